// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>

namespace pipegantt {

/// A panel over a dimmed window. Keeps the focus until it is dismissed: by Escape, by a click
/// beside the panel, or by its content. What had the focus before gets it back.
class CoverSheet : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CoverSheet)

public:
    /// Covers `parent`, hidden at first. The panel grows to `largest`.
    CoverSheet(QWidget* parent, QSize largest);

    void open();
    void dismiss();
    [[nodiscard]] bool isOpen() const { return isVisible(); }

protected:
    [[nodiscard]] QFrame* panel() const { return m_panel; }
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QFrame* m_panel;
    QSize m_largest;
    QPointer<QWidget> m_before;
};

} // namespace pipegantt
