#pragma once

#include "presentation/tables/boardmodel.h"
#include "widgets/tables/rowview.h"

namespace widgets {

/// The supervisor's board as rows of one height. The chosen row stays the same DN's, whatever is sorted.
class BoardView : public RowView
{
    Q_OBJECT

public:
    explicit BoardView(QWidget *parent = nullptr);

    void setBoard(presentation::BoardModel &model, const presentation::Theme &theme);
    /// The DN of the chosen row; empty: none is.
    const model::Dn &chosen() const { return m_chosen; }
    /// Chooses a DN's row, or none where the DN is not shown.
    void choose(const model::Dn &dn);
    /// Does what changes which rows are shown, and keeps the choice where it still can.
    void refilter(const std::function<void()> &change);
    /// Running times only: what does not run is not painted again.
    void refreshTimes();

Q_SIGNALS:
    void chosenChanged();
    void actionsRequested(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    void fitDns();
    void onCurrentChanged(const QModelIndex &current);
    void setChosen(const model::Dn &dn);

    presentation::BoardModel *m_board = nullptr;
    model::Dn m_chosen;
    bool m_isFiltering = false;
    std::optional<bool> m_isTight;
    const presentation::Theme *m_theme = nullptr;
    int m_lightWidth = 0;
    int m_ageWidth = 0;
};

} // namespace widgets
