// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

#include <optional>

namespace pipegantt {

class TimelineView;

/// The field in which a mark gets its name, at its flag on the chart. Return takes the name, so
/// does a click elsewhere; Esc leaves it as it was.
class MarkEditor : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkEditor)

public:
    explicit MarkEditor(TimelineView& chart);
    ~MarkEditor() override = default;

    /// Begins to edit the name of a mark that has a place on the chart.
    void open(std::size_t mark);

signals:
    void named(std::size_t mark, const QString& name);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void place();
    void finish(bool take);

    TimelineView& m_chart;
    std::optional<std::size_t> m_mark;
};

} // namespace pipegantt
