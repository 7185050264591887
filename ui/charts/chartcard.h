// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

class QCustomPlot;

namespace pipegantt {

/// A raised card with a title, a subtitle and one plot in the window's theme. The plot takes no
/// input of its own; the card does.
class ChartCard : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartCard)

public:
    explicit ChartCard(QWidget* parent = nullptr);

    virtual void setTheme(const Theme& theme);

    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] const QString& subtitle() const { return m_subtitle; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// The words above the plot; the subtitle is cut short where it does not fit.
    void setHeading(const QString& title, const QString& subtitle);
    [[nodiscard]] QCustomPlot& plot() const { return *m_plot; }
    [[nodiscard]] const Theme& theme() const { return *m_theme; }

    /// Sets every text anew, in the window's language.
    virtual void retranslate() = 0;

    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// Where the subtitle stands.
    [[nodiscard]] QRect subtitleBox() const;

    QCustomPlot* m_plot;
    const Theme* m_theme;
    QString m_title;
    QString m_subtitle;
};

} // namespace pipegantt
