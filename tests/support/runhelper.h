#pragma once

#include <QTest>

/// Does a part of a test that is a function of its own; where it has failed, so has the test.
#define RUN(helper)                                                                                          \
    helper;                                                                                                  \
    if (QTest::currentTestFailed())                                                                          \
    return
