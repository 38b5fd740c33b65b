#include "widgets/replay/callexport.h"

#include "presentation/tables/calllines.h"
#include "widgets/dialogs/filedialog.h"
#include "widgets/dialogs/notice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

class ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(widgets::CallExport)
};

bool writeLines(QIODevice &to, const presentation::CallRecordModel &calls, CallFormat format)
{
    const bool isCsv = format == CallFormat::Csv;
    if (isCsv && to.write(presentation::callCsvHeading()) < 0)
        return false;
    for (int row = 0; row < calls.rowCount(); ++row) {
        const presentation::CallAccount account = calls.accountAt(row);
        const QByteArray line =
            isCsv ? presentation::callCsvLineOf(account) : presentation::callJsonLineOf(account) + '\n';
        if (to.write(line) != line.size())
            return false;
    }
    return true;
}

} // namespace

core::Result<core::Done> writeCalls(const presentation::CallRecordModel &calls, const QString &path,
                                    CallFormat format)
{
    QSaveFile file(path); // commit() does not notice what flush() could not write
    if (file.open(QIODevice::WriteOnly) && writeLines(file, calls, format) && file.flush() && file.commit())
        return core::Done{};
    return core::Error{.kind = core::ErrorKind::Io,
                       .text = ExportWords::tr("The calls were not written to %1: %2.")
                                   .arg(QDir::toNativeSeparators(path), file.errorString())};
}

void exportCalls(const presentation::CallRecordModel &calls, const QString &name, QWidget &parent,
                 const std::function<void(const QString &)> &written)
{
    const QString csv = ExportWords::tr("Table for spreadsheets (*.csv)");
    const QString json = ExportWords::tr("JSON, one line for each call (*.jsonl)");
    const auto write = [&calls, &parent, json, written](QString path, const QString &kind) {
        const bool isJson = path.endsWith(u".jsonl"_s, Qt::CaseInsensitive) ||
                            (kind == json && !path.endsWith(u".csv"_s, Qt::CaseInsensitive));
        if (QFileInfo(path).suffix().isEmpty())
            path += isJson ? u".jsonl"_s : u".csv"_s;
        const auto done = writeCalls(calls, path, isJson ? CallFormat::JsonLines : CallFormat::Csv);
        if (done)
            return written(path);
        (new Notice(ExportWords::tr("The calls were not exported"), {done.error().text}, &parent))->open();
    };
    saveFile(parent, ExportWords::tr("Export the calls that are shown"), name + u".csv"_s,
             csv + u";;"_s + json, {}, write);
}

} // namespace widgets
