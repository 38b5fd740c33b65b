#include "presentation/tables/messagemodel.h"

#include "presentation/tables/rowroles.h"
#include "presentation/words/plaintext.h"
#include "presentation/words/toasttext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace presentation {

MessageModel::MessageModel(const model::ToastHistory &history, core::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_history(history)
    , m_frame(clock, [this] { showAnew(); })
{
    connect(&history, &model::ToastHistory::changed, this, [this] { m_frame.flushAtEnd(); });
    showAnew();
}

void MessageModel::setFilter(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    showAnew();
}

void MessageModel::showAnew()
{
    beginResetModel();
    m_shown.clear();
    for (auto entry = m_history.entries().rbegin(); entry != m_history.entries().rend(); ++entry) {
        if (isShown(entry->toast))
            m_shown.append(*entry);
    }
    std::stable_sort(m_shown.begin(), m_shown.end(), [](const auto &one, const auto &other) {
        return one.toast.since > other.toast.since; // what has come again is the latest
    });
    endResetModel();
    Q_EMIT totalChanged();
}

bool MessageModel::isShown(const model::Toast &toast) const
{
    if (m_words.isEmpty())
        return true;
    const QString all = toastDetails(toast) + u'\n' + toastHeadline(toast);
    return std::all_of(m_words.begin(), m_words.end(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

const model::Toast *MessageModel::toastAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_shown.at(row).toast : nullptr;
}

QString MessageModel::lineAt(int row) const
{
    const model::Toast *const toast = toastAt(row);
    if (!toast)
        return {};
    return QStringList{textOf(*toast, Time), textOf(*toast, Message), textOf(*toast, Why)}.join(u'\t');
}

QString MessageModel::textOf(const model::Toast &toast, int column)
{
    switch (Column(column)) {
    case Time: return QLocale().toString(toast.sinceWall.toLocalTime().time(), u"HH:mm:ss"_s);
    case Message: {
        const QString headline = toastHeadline(toast);
        return toast.count > 1
                   ? tr("%n time(s): %1", "a message; its time is the last one's", toast.count).arg(headline)
                   : headline;
    }
    case Why: return toastWhy(toast);
    case Columns: break;
    }
    Q_UNREACHABLE();
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    const model::Toast *const toast = toastAt(index.row());
    if (!toast || index.column() < 0 || index.column() >= Columns)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return textOf(*toast, index.column());
    case Qt::ToolTipRole: return plainToolTip(textOf(*toast, index.column()));
    case QuietRole: return !m_shown.at(index.row()).isOpen;
    default: return {};
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= Columns)
        return {};
    switch (Column(section)) {
    case Time: return tr("Time");
    case Message: return tr("Message");
    case Why: return tr("Why");
    case Columns: break;
    }
    return {};
}

} // namespace presentation

#include "moc_messagemodel.cpp"
