// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/pagepainter.h"

#include "core/figure/svg.h"
#include "ui/export/bundledfont.h"

#include <QBuffer>
#include <QDateTime>
#include <QFontMetricsF>
#include <QHashFunctions>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QColor toQt(Color color)
{
    return {color.red, color.green, color.blue};
}

/// Text is set in this many pixels and scaled: QFont's own pixel sizes are whole.
constexpr int kTypePixels = 64;

/// Paints shapes in points.
class PagePainter
{
public:
    explicit PagePainter(QPainter& painter)
        : m_painter(painter)
        , m_regular(bundledFont())
    {
        m_regular.setPixelSize(kTypePixels);
        m_bold = m_regular;
        m_bold.setBold(true);
    }

    void node(const PageNode& node)
    {
        m_painter.setRenderHint(QPainter::Antialiasing, !node.seamless);
        for (const PageShape& shape : node.shapes)
            std::visit(*this, shape);
        for (const PageNode& child : node.children)
            this->node(child);
    }

    void operator()(const PageRect& rect)
    {
        const QRectF area(rect.x, rect.y, rect.width, rect.height);
        if (rect.radius > 0) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(toQt(rect.fill));
            m_painter.drawRoundedRect(area, rect.radius, rect.radius);
        } else {
            m_painter.fillRect(area, toQt(rect.fill));
        }
    }

    void operator()(const PageText& text)
    {
        const QFont& font = text.weight == FontWeight::Bold ? m_bold : m_regular;
        const QString words = QString::fromStdString(text.text);
        const double width = QFontMetricsF(font).horizontalAdvance(words);
        const double before = text.anchor == PageAnchor::Start ? 0
            : text.anchor == PageAnchor::Middle                ? width / 2
                                                               : width;
        const double scale = text.size / kTypePixels;
        m_painter.save();
        m_painter.setFont(font);
        m_painter.setPen(toQt(text.color));
        m_painter.translate(text.x, text.y);
        m_painter.scale(scale, scale);
        m_painter.drawText(QPointF(-before, 0), words);
        m_painter.restore();
    }

    void operator()(const PageLines& lines)
    {
        QPen pen(toQt(lines.color), lines.width);
        pen.setCapStyle(Qt::FlatCap);
        m_painter.setPen(pen);
        m_segments.clear();
        for (const PageSegment& segment : lines.segments)
            m_segments.append(QLineF(segment.x1, segment.y1, segment.x2, segment.y2));
        m_painter.drawLines(m_segments);
    }

private:
    QPainter& m_painter;
    QFont m_regular;
    QFont m_bold;
    QList<QLineF> m_segments;
};

} // namespace

void paintPage(QPainter& painter, const Page& page, const QRectF& target)
{
    loadBundledFont();
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(target, toQt(page.background));
    painter.translate(target.topLeft());
    painter.scale(target.width() / page.width, target.height() / page.height);
    PagePainter shapes(painter);
    for (const PageNode& layer : page.layers)
        shapes.node(layer);
    painter.restore();
}

QSize pagePixels(const Page& page, double dpi)
{
    const double scale = dpi / 72;
    return {std::max(1, qRound(page.width * scale)), std::max(1, qRound(page.height * scale))};
}

Error tooLarge(QSize pixels)
{
    return {ErrorCode::FigureTooLarge,
        {std::to_string(pixels.width()), std::to_string(pixels.height()),
            std::to_string(kMostPixels)}};
}

Result<QImage> pageImage(const Page& page, double dpi)
{
    if (!(dpi >= kLeastDpi && dpi <= kMostDpi))
        return failure(ErrorCode::OutOfRange,
            {"dpi", coordinateText(dpi), coordinateText(kLeastDpi), coordinateText(kMostDpi)});
    const QSize size = pagePixels(page, dpi);
    if (qint64 {size.width()} * size.height() > kMostPixels)
        return tl::unexpected<Error>(tooLarge(size));
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return tl::unexpected<Error>(tooLarge(size));
    constexpr double metresPerInch = 0.0254;
    image.setDotsPerMeterX(qRound(dpi / metresPerInch));
    image.setDotsPerMeterY(qRound(dpi / metresPerInch));
    QPainter painter(&image);
    paintPage(painter, page, QRectF(QPointF(), size));
    return image;
}

Result<std::string> pagePng(const Page& page, double dpi)
{
    const Result<QImage> image = pageImage(page, dpi);
    if (!image)
        return failure(image);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setText(u"Title"_s, QString::fromStdString(page.title));
    if (!page.metadata.empty())
        writer.setText(u"pipegantt-plan"_s, QString::fromStdString(page.metadata));
    if (!writer.write(*image))
        return failure(ErrorCode::CannotWrite, {"PNG", writer.errorString().toStdString()});
    return bytes.toStdString();
}

namespace {

/// Qt writes the time of day into each PDF; a figure of the same plan is to have the same bytes.
/// The date becomes that of SOURCE_DATE_EPOCH, or of the start of time, in the same length.
void fixCreationDate(QByteArray& pdf)
{
    const QByteArray key("/CreationDate (D:");
    const qsizetype begin = pdf.indexOf(key) + key.size();
    const qsizetype end = pdf.indexOf(')', begin);
    if (begin < key.size() || end < 0)
        return;
    const QDateTime date =
        QDateTime::fromSecsSinceEpoch(qgetenv("SOURCE_DATE_EPOCH").toLongLong(), Qt::UTC);
    QByteArray stamp = date.toString(u"yyyyMMddHHmmss"_s).toLatin1();
    const QByteArray zone("+00'00'");
    const bool hasZone = stamp.size() + zone.size() <= end - begin;
    stamp += hasZone ? zone : QByteArray("Z");
    pdf.replace(begin, end - begin, stamp.leftJustified(end - begin, ' ', true));
}

} // namespace

Result<std::string> pagePdf(const Page& page)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return failure(ErrorCode::CannotWrite, {"PDF", buffer.errorString().toStdString()});
    // The order of the glyphs in the embedded fonts follows Qt's hashes.
    QHashSeed::setDeterministicGlobalSeed();
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(QString::fromStdString(page.title));
        writer.setCreator(u"PipeGantt"_s);
        constexpr int unitsPerInch = 1200;
        writer.setResolution(unitsPerInch);
        writer.setPageSize(QPageSize(
            QSizeF(page.width, page.height), QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        QPainter painter;
        if (!painter.begin(&writer))
            return failure(ErrorCode::CannotWrite, {"PDF", "the page cannot be painted"});
        const double scale = unitsPerInch / 72.0;
        paintPage(painter, page, QRectF(0, 0, page.width * scale, page.height * scale));
    }
    QHashSeed::resetRandomGlobalSeed();
    fixCreationDate(bytes);
    return bytes.toStdString();
}

} // namespace pipegantt
