#include "model/routeorder.h"

namespace model {

tlib::KvList extensionsFrom(const RouteOrder &)
{
    return {};
}

} // namespace model
