// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace pipegantt {

class TimelineView;

/// The field over the chart that one searches with: what it finds is outlined, and Return and
/// Shift+Return walk through it. Hidden until it is opened.
class FindBar : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    explicit FindBar(TimelineView& chart, QWidget* parent = nullptr);

    /// Shows the field, ready to type.
    void open();
    /// Hides it, and what it found.
    void dismiss();
    void next() { step(1); }
    void previous() { step(-1); }

    [[nodiscard]] QLineEdit* field() const { return m_field; }
    /// `3 of 12`, or why the text is no query.
    [[nodiscard]] QString said() const;

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void step(int step);
    void say();
    void retranslate();

    TimelineView& m_chart;
    QLineEdit* m_field;
    QLabel* m_said;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_close;
};

} // namespace pipegantt
