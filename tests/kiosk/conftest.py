"""Temporary: a quick example."""

import pytest

from dorpspomp.build import build
from tests.conftest import NOW, TODAY, copy_example


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    root = copy_example(tmp_path_factory.mktemp("example") / "wilgenbroek")
    assert build(root, TODAY, NOW, ("kiosk", "data")).release
    return root
