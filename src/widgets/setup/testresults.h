#pragma once

#include "widgets/setup/connectiontrials.h"

#include <QWidget>

class QLabel;

namespace presentation {
class Theme;
}

namespace widgets {

namespace Ui {
class TestResults;
}

/// A test of the connection and what it finds, in a line and step by step. Where a server wants a password it
/// is asked for in place.
class TestResults : public QWidget
{
    Q_OBJECT

public:
    explicit TestResults(QWidget *parent = nullptr);
    ~TestResults() override;

    void offer(const ConnectionTrials &trials, const presentation::Theme &theme);
    /// With what was typed as password, where one was wanted.
    void start(const model::Preferences &preferences);
    void cancel();
    bool isUnderWay() const { return m_test && m_test->isUnderWay(); }
    bool hasPassed() const { return m_test && m_test->hasPassed(); }
    /// What was found is of other values than those that are typed now.
    void setStale();

    /// What is found, in a line.
    QWidget *summary() const;
    QString password() const;
    bool keepsPassword() const;

Q_SIGNALS:
    void changed(); ///< begun, or over
    void passwordEntered();

private:
    struct Step
    {
        QLabel *shape = nullptr;
        QLabel *name = nullptr;
        QLabel *text = nullptr;
    };

    void refresh();
    void finish();
    void showSummary(const QString &text, const char *kind);
    void showSteps();
    void showStep(const Step &step, const model::TestResult &result);

    std::unique_ptr<Ui::TestResults> m_ui;
    ConnectionTrials m_trials;
    const presentation::Theme *m_theme = nullptr;
    std::unique_ptr<model::ConnectionTest> m_test;
    QList<Step> m_steps;
};

} // namespace widgets
