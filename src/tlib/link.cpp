#include "tlib/link.h"

#include "moc_link.cpp"
