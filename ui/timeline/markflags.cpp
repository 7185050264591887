// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/markflags.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace pipegantt {

namespace {

constexpr double kPadding = 6;
constexpr double kTail = 5; // how deep a flag is cut in at its end
constexpr double kPennant = 9; // a flag without a name
constexpr double kLeastText = 22;
constexpr double kAxisDistance = 10;

QFont flagFont()
{
    return uiFont(TypeStep::Caption);
}

double heightOf(const ChartLayout& layout)
{
    return layout.flags.height() - 3;
}

QRectF flagAt(double x, double width, const ChartLayout& layout)
{
    return {x, layout.flags.top() + 1, width, heightOf(layout)};
}

/// Ends in a notch, as a flag does; one to the left of its pole the other way round.
QPainterPath outlineOf(const QRectF& place, bool turned)
{
    QPainterPath path;
    const double pole = turned ? place.right() : place.left();
    const double end = turned ? place.left() : place.right();
    const double notch = end + (turned ? kTail : -kTail) * std::min(1.0, place.width() / 16);
    path.moveTo(pole, place.top());
    path.lineTo(end, place.top());
    path.lineTo(notch, place.center().y());
    path.lineTo(end, place.bottom());
    path.lineTo(pole, place.bottom());
    path.closeSubpath();
    return path;
}

void paintPole(const ChartSurface& on, double x, double top, bool chosen)
{
    const double bottom = on.layout.axis.top() + kAxisDistance;
    QPainter& painter = on.painter;
    // On whole pixels, as sharp as the bars.
    const double ratio = on.layout.devicePixelRatio;
    const double left = std::round(x * ratio) / ratio;
    const double width = chosen ? 2 : 1;
    painter.fillRect(
        QRectF(left - 1, on.layout.bars.top(), width + 2, bottom - on.layout.bars.top()),
        on.theme.window);
    painter.fillRect(QRectF(left, top, width, bottom - top), on.theme.text);
    QPainterPath foot(QPointF(x, bottom - 5));
    foot.lineTo(x + 4, bottom);
    foot.lineTo(x - 4, bottom);
    foot.closeSubpath();
    painter.fillPath(foot, on.theme.text);
}

void paintFlag(const ChartSurface& on, const Flag& flag, double pole)
{
    QPainter& painter = on.painter;
    const bool turned = flag.place.center().x() < pole;
    const QPainterPath outline = outlineOf(flag.place, turned);
    // It lies on others.
    if (flag.chosen)
        painter.strokePath(outline, QPen(on.theme.window, 5));
    painter.setPen(QPen(on.theme.text, 1));
    painter.setBrush(flag.chosen ? on.theme.text : on.theme.card);
    painter.drawPath(outline);
    if (flag.text.isEmpty())
        return;
    painter.setFont(flagFont());
    painter.setPen(flag.chosen ? on.theme.window : on.theme.text);
    const QRectF inside = flag.place.adjusted(
        turned ? kTail + kPadding - 2 : kPadding, 0, turned ? -kPadding : -kTail - kPadding + 2, 0);
    painter.drawText(inside, Qt::AlignCenter | Qt::TextDontClip, flag.text);
}

/// At the right end, or left of the flags that are there.
void paintBeyond(const ChartSurface& on, int count, const std::vector<Flag>& flags)
{
    if (count == 0 || on.layout.flags.isEmpty())
        return;
    const QString text = MarkWords::beyond(count);
    const QFont font = flagFont();
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    QRectF place(
        on.layout.flags.right() - width, on.layout.flags.top() + 1, width, heightOf(on.layout));
    for (auto flag = flags.rbegin(); flag != flags.rend(); ++flag) {
        if (flag->place.adjusted(-kPadding, 0, kPadding, 0).intersects(place))
            place.moveRight(flag->place.left() - kPadding);
    }
    if (place.left() < 0)
        return;
    on.painter.setFont(font);
    on.painter.setPen(on.theme.mutedText);
    on.painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight | Qt::TextDontClip, text);
}

} // namespace

QRectF wholeFlag(double x, const QString& text, const ChartLayout& layout)
{
    const double width =
        QFontMetricsF(flagFont()).horizontalAdvance(text) + 2 * kPadding + kTail - 2;
    // To the left of its pole where there is no room to the right.
    const bool turned = x + width > layout.flags.right() + 12 && x - width > 0;
    return flagAt(turned ? x - width : x, width, layout);
}

std::vector<Flag> flagsOf(
    const Marks& marks, const ChartLayout& layout, const TimeScale& scale, TimeUnit unit)
{
    std::vector<Flag> flags;
    std::optional<Flag> last;
    const QFontMetricsF metrics(flagFont());
    const auto xOf = [&](Duration when) { return layout.bars.left() + scale.toPx(when); };
    const auto leftOf = [&](std::size_t mark) {
        const auto before = mark == 0 ? std::nullopt : marks.place(mark - 1);
        return before ? xOf(*before) : layout.flags.left() - 2 * kLeastText;
    };
    // From right to left, so that each knows where the next one begins.
    double limit = layout.flags.right() + 12;
    for (std::size_t i = marks.all().size(); i-- > 0;) {
        const auto when = marks.place(i);
        if (!when || *when < scale.begin() || *when > scale.end())
            continue;
        const double x = xOf(*when);
        const QString name = MarkWords::name(marks.all()[i], unit);
        if (i == marks.atHand()) {
            const QString all = MarkWords::whole(marks.all()[i], unit);
            last = Flag {i, wholeFlag(x, all, layout), all, true};
            continue;
        }
        Flag flag {i, wholeFlag(x, name, layout), name};
        const bool turned = flag.place.left() < x;
        const bool fits =
            turned ? leftOf(i) < flag.place.left() - kLeastText : flag.place.right() <= limit - 2;
        if (!fits) {
            const double room = limit - 2 - x;
            const double forText = room - 2 * kPadding - kTail + 2;
            flag.text = forText < kLeastText ? QString()
                                             : metrics.elidedText(name, Qt::ElideRight, forText);
            flag.place = flag.text.isEmpty() ? flagAt(x, std::clamp(room, 3.0, kPennant), layout)
                                             : wholeFlag(x, flag.text, layout);
        }
        limit = std::min(x, flag.place.left());
        flags.push_back(std::move(flag));
    }
    std::ranges::reverse(flags);
    if (last)
        flags.push_back(*std::move(last));
    return flags;
}

void paintFlags(const ChartSurface& on, const Marks& marks, TimeUnit unit)
{
    QPainter& painter = on.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool flagged = !on.layout.flags.isEmpty();
    const double top = flagged ? on.layout.flags.top() + 1 : on.layout.bars.top() - 3;
    const std::vector<Flag> flags = flagsOf(marks, on.layout, on.scale, unit);
    paintBeyond(on, marks.beyond(), flags);
    for (const Flag& flag : flags)
        paintPole(on, on.x(*marks.place(flag.mark)), top, flag.chosen);
    for (const Flag& flag : flags) {
        if (flagged)
            paintFlag(on, flag, on.x(*marks.place(flag.mark)));
    }
    painter.restore();
}

void paintInOverview(const ChartSurface& on, const std::vector<Duration>& places, Duration end)
{
    const QRectF strip = on.layout.overview;
    if (strip.isEmpty() || end <= Duration::zero())
        return;
    for (const Duration when : places) {
        const double part = static_cast<double>(when.count()) / static_cast<double>(end.count());
        const double x = strip.left() + part * strip.width();
        on.painter.fillRect(
            QRectF(x - 1.5, strip.top() - 3, 3, strip.height() + 3), on.theme.window);
        on.painter.fillRect(QRectF(x - 0.5, strip.top() - 3, 1, strip.height() + 3), on.theme.text);
    }
}

} // namespace pipegantt
