#pragma once

#include <QWidget>

#include <memory>

namespace model {
class Desk;
}
namespace presentation {
struct ConnectionNews;
class Theme;
} // namespace presentation

namespace widgets {

namespace Ui {
class AgentHeader;
}
class SecondTick;

/// Who sits here and how ready they are. Of the connection it speaks only when there is something to say: in
/// a button that opens all of it. It only watches.
class AgentHeader : public QWidget
{
    Q_OBJECT

public:
    AgentHeader(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick,
                QWidget *parent = nullptr);
    ~AgentHeader() override;

Q_SIGNALS:
    void connectionWanted(); ///< the person wants to read all of it

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void refreshWho();
    void refreshState(bool isConnected);
    void showNews(const presentation::ConnectionNews &news);
    void fit();
    void announce();

    std::unique_ptr<Ui::AgentHeader> m_ui;
    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    SecondTick &m_tick;
    QString m_word; ///< of the news
};

} // namespace widgets
