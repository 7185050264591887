// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readouts/readout.h"

#include "ui/charts/ink.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

constexpr double kUnderlinePx = 3;
constexpr double kGaugePx = 5;
constexpr double kLeastScale = 0.45;

QFont scaledFont(TypeStep step, double scale)
{
    QFont font = uiFont(step);
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(font.pixelSize() * scale))));
    else
        font.setPointSizeF(font.pointSizeF() * scale);
    return font;
}

/// Small print grows less than the number, and never shrinks.
QFont smallFont(double scale)
{
    return scaledFont(TypeStep::Caption, std::clamp(0.8 * scale, 1.0, 1.5));
}

double lineHeight(const QFontMetricsF& metrics)
{
    return metrics.height() + kUnderlinePx;
}

} // namespace

Readout::Readout(QWidget* parent)
    : QWidget(parent)
    , m_theme(&lightTheme())
{
}

void Readout::setText(const ReadoutText& text)
{
    m_text = text;
    QStringList lines;
    for (const Formula& line : text.lines)
        lines.append(line.plainText());
    setAccessibleName(text.caption + u": "_s + text.number);
    setAccessibleDescription(lines.join(u"; "_s));
    setToolTip(text.definition);
    update();
}

void Readout::setRoom(const ReadoutText& tallest)
{
    m_room = tallest.lines;
}

void Readout::setTheme(const Theme& theme)
{
    m_theme = &theme;
    update();
}

void Readout::setScale(double scale)
{
    m_scale = scale;
    update();
}

double Readout::fittingScale(int widthPx, double scale) const
{
    const double width =
        QFontMetricsF(scaledFont(TypeStep::Display, scale)).horizontalAdvance(m_text.number);
    return width <= widthPx ? scale : std::max(kLeastScale, scale * widthPx / width);
}

int Readout::heightFor(int widthPx, double scale) const
{
    return heightOf(m_text.lines, widthPx, scale);
}

int Readout::roomFor(int widthPx, double scale) const
{
    return heightOf(m_room, widthPx, scale);
}

int Readout::heightOf(const std::vector<Formula>& lines, int widthPx, double scale) const
{
    const double top = QFontMetricsF(smallFont(scale)).height()
        + QFontMetricsF(scaledFont(TypeStep::Display, scale)).height();
    // Without a limit the room for its gauge is kept, so that setting one moves nothing.
    return static_cast<int>(
        std::ceil(layOutLines(lines, nullptr, top, widthPx, scale) + kGaugePx + 4));
}

double Readout::layOutLines(const std::vector<Formula>& lines, QPainter* painter, double top,
    double widthPx, double scale) const
{
    const QFontMetricsF metrics(smallFont(scale));
    const double space = metrics.horizontalAdvance(u' ');
    for (const Formula& line : lines) {
        double x = 0;
        for (const FormulaClause& clause : line.clauses) {
            double clauseWidth = 0;
            for (const FormulaPiece& piece : clause)
                clauseWidth += metrics.horizontalAdvance(piece.text);
            const double tail = clause.back().text.endsWith(u' ') ? space : 0;
            // The last glyph's smoothed edge reaches a pixel beyond its advance.
            if (x > 0 && x + clauseWidth - tail > widthPx - 1) {
                x = 0;
                top += lineHeight(metrics);
            }
            for (const FormulaPiece& piece : clause) {
                const double pieceWidth = metrics.horizontalAdvance(piece.text);
                if (painter)
                    paintPiece(*painter, QRectF(x, top, pieceWidth, metrics.height()), piece);
                x += pieceWidth;
            }
            x += line.spaced ? space : 0;
        }
        top += lineHeight(metrics);
    }
    return top;
}

void Readout::paintPiece(QPainter& painter, const QRectF& box, const FormulaPiece& piece) const
{
    const QColor ground = m_theme->window;
    QColor ink = m_theme->mutedText;
    const QRectF underline(box.left(), box.bottom() - 1, box.width(), kUnderlinePx);
    if (piece.term == Term::Idle) {
        ink = legibleInk(inkColor(m_theme->look->hatch), ground, m_theme->text);
        painter.setPen(QPen(ink, 1));
        for (double x = underline.left(); x < underline.right(); x += kUnderlinePx)
            painter.drawLine(
                QPointF(x, underline.bottom()), QPointF(x + kUnderlinePx - 1, underline.top()));
    } else if (piece.term == Term::Work) {
        const QColor forward = inkColor(m_theme->look->fill(OperationKind::Forward));
        ink = legibleInk(forward, ground, m_theme->text);
        painter.fillRect(underline.adjusted(0, 0, 0, -1), forward);
    }
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, piece.text);
}

void Readout::paintGauge(QPainter& painter, const QRectF& box) const
{
    const double fill = m_text.gauge->fill;
    QPainterPath track;
    track.addRoundedRect(box, kGaugePx / 2, kGaugePx / 2);
    painter.setClipPath(track);
    painter.fillRect(box, m_theme->border);
    if (!m_text.gauge->over) {
        painter.fillRect(
            QRectF(box.topLeft(), QSizeF(box.width() * std::min(1.0, fill), box.height())),
            m_theme->good);
    } else {
        // The whole bar is the peak; what lies beyond the limit is hatched.
        const double limit = box.width() / std::max(1.0, fill);
        painter.fillRect(box, m_theme->bad);
        painter.fillRect(QRectF(box.left() + limit, box.top(), box.width(), box.height()),
            QBrush(m_theme->card, Qt::BDiagPattern));
        painter.fillRect(QRectF(box.left() + limit - 1, box.top(), 2, box.height()), m_theme->text);
    }
    painter.setClipping(false);
}

void Readout::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = smallFont(m_scale);
    const QFontMetricsF smallMetrics(small);
    painter.setFont(small);
    painter.setPen(m_theme->mutedText);
    painter.drawText(QPointF(0, smallMetrics.ascent()), m_text.caption);

    const bool over = m_text.gauge && m_text.gauge->over;
    const QFont display = scaledFont(TypeStep::Display, m_scale);
    const QFontMetricsF metrics(display);
    const double baseline = smallMetrics.height() + metrics.ascent();
    painter.setFont(display);
    painter.setPen(over ? m_theme->bad : m_theme->text);
    painter.drawText(QPointF(0, baseline), m_text.number);
    if (over) {
        // A mark beside the name: the colour alone would not tell everyone.
        const double side = smallMetrics.ascent();
        const QRectF mark(smallMetrics.horizontalAdvance(m_text.caption) + side / 2, 1, side, side);
        painter.setBrush(m_theme->bad);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(mark);
        QFont strong = small;
        strong.setBold(true);
        painter.setFont(strong);
        painter.setPen(m_theme->card);
        painter.drawText(mark, Qt::AlignCenter | Qt::TextDontClip, u"!"_s);
    }

    painter.setFont(small);
    const double bottom = layOutLines(
        m_text.lines, &painter, smallMetrics.height() + metrics.height(), width(), m_scale);
    if (m_text.gauge)
        paintGauge(painter, QRectF(0, bottom + 2, width() * 0.9, kGaugePx));
}

} // namespace pipegantt
