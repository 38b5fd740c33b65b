// Writes journal entries as fast as the disk takes them until it is killed: journalvictim FILE prints after
// each transaction how many of its entries the disk has confirmed.

#include "storage/entries.h"
#include "storage/journalwriter.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    core::SystemClock clock;
    storage::JournalWriter writer(QCoreApplication::arguments().value(1), clock, {});
    qsizetype confirmed = 0;
    int code = 0;
    const auto addSome = [&] {
        for (int i = 0; i < 1 + code % 40; ++i)
            writer.add(entryWith(++code));
    };
    QObject::connect(&writer, &storage::JournalWriter::written, &writer, [&](qsizetype count) {
        confirmed += count;
        std::printf("%lld\n", qint64(confirmed));
        std::fflush(stdout);
        addSome();
    });
    addSome();
    return QCoreApplication::exec();
}
