// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/layout.h"
#include "core/figure/svg.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"
#include "ui/export/bundledfont.h"
#include "ui/export/pagepainter.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontInfo>
#include <QImageReader>
#include <QPainter>
#include <QRawFont>
#include <QSvgRenderer>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

Page pageOf(int stages, int microbatches, const FigureOptions& options = {})
{
    Plan plan;
    plan.stages = stages;
    plan.microbatches = microbatches;
    const Run result = run(plan).value();
    return layoutPage({result.plan, result.schedule, result.timeline, result.metrics}, options)
        .value();
}

QColor toQt(Color color)
{
    return {color.red, color.green, color.blue};
}

// The colour a little right of the top left corner of `rect`, away from its number.
QColor colourIn(const QImage& image, const Page& page, const PageRect& rect)
{
    const double scale = image.width() / page.width;
    return image.pixelColor(
        qRound((rect.x + rect.width / 2) * scale), qRound((rect.y + rect.height * 0.12) * scale));
}

void compareBars(const QImage& image, const Page& page, const Look& look)
{
    int compared = 0;
    for (const PageNode& layer : page.layers) {
        if (layer.id != "layer-ops")
            continue;
        for (const PageNode& row : layer.children) {
            for (const PageNode& bar : row.children) {
                const auto kind =
                    bar.styleClass == "op F" ? OperationKind::Forward : OperationKind::Backward;
                const auto& rect = std::get<PageRect>(bar.shapes.front());
                QCOMPARE(colourIn(image, page, rect), toQt(look.fill(kind)));
                ++compared;
            }
        }
    }
    QCOMPARE(compared, 4 * 8 * 2);
}

} // namespace

class TestPagePainter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        test::failOnWarning();
        loadBundledFont();
    }

    void tableOfWidthsIsThatOfTheFont_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("bold");
        QTest::newRow("regular") << u":/fonts/NotoSans-Regular.ttf"_s << false;
        QTest::newRow("bold") << u":/fonts/NotoSans-Bold.ttf"_s << true;
    }
    void tableOfWidthsIsThatOfTheFont()
    {
        QFETCH(QString, path);
        QFETCH(bool, bold);
        constexpr int unitsPerEm = 1000;
        const QRawFont font(path, unitsPerEm, QFont::PreferNoHinting);
        QVERIFY(font.isValid());
        QCOMPARE(font.familyName(), u"Noto Sans"_s);
        int compared = 0;
        for (char32_t character = 0x20; character < 0x2310; ++character) {
            const QString text = QString::fromUcs4(&character, 1);
            const auto glyphs = font.glyphIndexesForString(text);
            if (!font.supportsCharacter(character) || glyphs.size() != 1)
                continue;
            const bool inTable = character < 0x180 || (character >= 0x391 && character <= 0x3c9)
                || (character >= 0x2010 && character <= 0x2026) || character >= 0x2190;
            if (!inTable)
                continue;
            const double width = font.advancesForGlyphIndexes(glyphs).at(0).x() / unitsPerEm;
            QVERIFY2(
                std::abs(width - advance(character, bold ? FontWeight::Bold : FontWeight::Regular))
                    < 0.0006,
                qPrintable(text));
            ++compared;
        }
        QVERIFY(compared > 380);
        QVERIFY(std::abs(font.ascent() / unitsPerEm - kAscent) < 0.002);
        QVERIFY(std::abs(font.descent() / unitsPerEm - kDescent) < 0.002);
        QVERIFY(std::abs(font.capHeight() / unitsPerEm - kCapHeight) < 0.002);
        for (const char16_t sign : {u'−', u'×', u'≤', u'≥', u'·', u'µ', u'→', u'–', u'…'})
            QVERIFY(font.supportsCharacter(QChar(sign)));
    }

    void chineseHasSimplifiedGlyphs()
    {
        if (!QFontDatabase::families().contains(u"Noto Sans CJK SC"_s))
            QSKIP("This machine has no Noto Sans CJK SC.");
        QFont font = bundledFont();
        font.setPixelSize(64);
        QFont chinese(u"Noto Sans CJK SC"_s);
        chinese.setPixelSize(64);
        chinese.setHintingPreference(QFont::PreferNoHinting);
        const auto drawn = [](const QFont& with) {
            QImage image(80, 80, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setFont(with);
            painter.drawText(QPointF(8, 64), u"流"_s);
            return image;
        };
        QCOMPARE(drawn(font), drawn(chinese));
        QFont latin(bundledFont());
        QCOMPARE(QFontInfo(latin).family(), u"Noto Sans"_s);
    }

    void barsHaveTheirColours_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void barsHaveTheirColours()
    {
        QFETCH(bool, dark);
        FigureOptions options;
        options.look = dark ? &darkLook() : &lightLook();
        const Page page = pageOf(4, 8, options);
        const QImage image = pageImage(page, 300).value();
        compareBars(image, page, *options.look);
        QCOMPARE(image.pixelColor(2, 2), toQt(options.look->background));
    }

    void pngHasItsSizeAndResolution_data()
    {
        QTest::addColumn<double>("widthMm");
        QTest::addColumn<double>("dpi");
        QTest::addColumn<int>("pixels");
        QTest::newRow("one column") << 84.0 << 300.0 << 992;
        QTest::newRow("two columns") << 174.0 << 200.0 << 1370;
        QTest::newRow("coarse") << 174.0 << 72.0 << 493;
    }
    void pngHasItsSizeAndResolution()
    {
        QFETCH(double, widthMm);
        QFETCH(double, dpi);
        QFETCH(int, pixels);
        FigureOptions options;
        options.widthMm = widthMm;
        options.planText = "{\"stages\": 4}";
        const Page page = pageOf(4, 8, options);
        const auto png = QByteArray::fromStdString(pagePng(page, dpi).value());
        const QImage image = QImage::fromData(png, "PNG");
        QCOMPARE(image.width(), pixels);
        QCOMPARE(image.size(), pagePixels(page, dpi));
        QCOMPARE(image.dotsPerMeterX(), qRound(dpi / 0.0254));
        QCOMPARE(image.dotsPerMeterY(), qRound(dpi / 0.0254));
        QCOMPARE(image.text(u"pipegantt-plan"_s), u"{\"stages\": 4}"_s);
        QVERIFY(png.contains("pHYs"));
    }

    void pictureIsTheSameEachTime()
    {
        const Page page = pageOf(4, 8);
        QCOMPARE(pagePng(page, 150).value(), pagePng(page, 150).value());
    }

    void tooLargePicturesAreRefused()
    {
        FigureOptions options;
        options.widthMm = 1200;
        const Page page = pageOf(64, 64, options);
        const auto image = pageImage(page, 2400);
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::FigureTooLarge);
        QCOMPARE(image.error(), tooLarge(pagePixels(page, 2400)));
        for (const double dpi : {0.0, -1.0, 29.9, 2401.0, std::nan("")}) {
            const auto refused = pageImage(page, dpi);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::OutOfRange);
        }
    }

    void pdfIsOnePageOfTheFiguresSize()
    {
        const Page page = pageOf(4, 8);
        const auto pdf = QByteArray::fromStdString(pagePdf(page).value());
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/Count 1"));
        // No time of day: the same figure is the same file.
        QVERIFY(pdf.contains("/CreationDate (D:19700101000000"));
        QCOMPARE(QByteArray::fromStdString(pagePdf(page).value()), pdf);
        QVERIFY(pdf.contains("/FontFile2"));
        const qsizetype box = pdf.indexOf("/MediaBox [");
        QVERIFY(box > 0);
        const auto numbers = pdf.mid(box + 11, 60).split(']').at(0).split(' ');
        QVERIFY(std::abs(numbers.at(2).toDouble() - page.width) < 1);
        QVERIFY(std::abs(numbers.at(3).toDouble() - page.height) < 1);
    }

    void qtReadsTheSvgBack()
    {
        const Page page = pageOf(4, 8);
        QSvgRenderer svg(QByteArray::fromStdString(svgText(page)));
        QVERIFY(svg.isValid());
        QVERIFY(svg.elementExists(u"op-F-s2-m5"_s));
        QVERIFY(svg.elementExists(u"stage-2"_s));
        QVERIFY(svg.elementExists(u"layer-bubbles"_s));
        const double scale = 4;
        QImage image(qRound(page.width * scale), qRound(page.height * scale), QImage::Format_RGB32);
        QPainter painter(&image);
        svg.render(&painter);
        painter.end();
        compareBars(image, page, lightLook());
    }
};

QTEST_MAIN(TestPagePainter)
#include "tst_pagepainter.moc"
