// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QToolButton;

namespace pipegantt {

/// The name of a pinned plan, elided where there is no room, with buttons to make it the current
/// plan and to unpin it.
class PlanChip : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanChip)

public:
    explicit PlanChip(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `trouble` says why it cannot be compared; empty where it can.
    void setTitle(const QString& title, const QString& trouble);
    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void exchangeAsked();
    void unpinAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Theme m_theme;
    QString m_title;
    QString m_trouble;
    QToolButton* m_exchange;
    QToolButton* m_unpin;
};

} // namespace pipegantt
