// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace pipegantt {

class PlanPanel;

/// The left side of the window: the numbers of the plan, and under them a card that stays in sight
/// where there is the height for both. In a low window the card scrolls with the numbers.
class SidePanel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SidePanel)

public:
    SidePanel(PlanPanel* panel, QWidget* card, QWidget* parent = nullptr);

signals:
    /// The card has another parent, and with it the colours of the application: what it had of its
    /// own must be given to it again.
    void cardMoved();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeCard(bool inSight);

    PlanPanel* m_panel;
    QWidget* m_card;
    QWidget* m_foot;
    bool m_inSight = true;
};

} // namespace pipegantt
