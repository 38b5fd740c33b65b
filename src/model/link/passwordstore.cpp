#include "model/link/passwordstore.h"

namespace model {

void wipe(QString &secret)
{
    if (secret.isDetached()) {
        auto *at = reinterpret_cast<volatile ushort *>(secret.data()); // the compiler may not leave it out
        for (qsizetype i = 0; i < secret.size(); ++i)
            at[i] = 0;
    }
    secret.clear();
}

} // namespace model
