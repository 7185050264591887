// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/page.h"

#include <QColor>
#include <QPixmap>
#include <QWidget>

namespace pipegantt {

/// Shows a page as large as it fits, painted as it will be exported.
class PagePreview : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PagePreview)

public:
    explicit PagePreview(QWidget* parent = nullptr);

    void setPage(Page page);
    /// The colour of the page's edge.
    void setBorder(const QColor& color);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Page m_page;
    QColor m_border;
    /// The painted page, until page or size change.
    QPixmap m_painted;
};

} // namespace pipegantt
