// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/layout.h"
#include "core/figure/svg.h"
#include "core/run/run.h"
#include "tests/support/failonwarning.h"

#include <QFile>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

std::string figure(ScheduleKind kind, int stages, int microbatches, const FigureOptions& options)
{
    Plan plan;
    plan.schedule = kind;
    plan.stages = stages;
    plan.microbatches = microbatches;
    const Run result = run(plan).value();
    return svgText(
        layoutPage({result.plan, result.schedule, result.timeline, result.metrics}, options)
            .value());
}

} // namespace

class TestSvg : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void smallFigureIsTheSameToTheByte()
    {
        FigureOptions options;
        options.planText = "{\"schedule\": \"gpipe\"}";
        const std::string svg = figure(ScheduleKind::GPipe, 2, 2, options);
        QFile file(QStringLiteral(PIPEGANTT_TEST_DATA "/figures/gpipe-p2-m2.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList wanted = QString::fromUtf8(file.readAll()).split(u'\n');
        const QStringList written = QString::fromStdString(svg).split(u'\n');
        for (qsizetype i = 0; i < std::min(wanted.size(), written.size()); ++i)
            QCOMPARE(written[i], wanted[i]);
        QCOMPARE(written.size(), wanted.size());
    }

    void isWellFormedWithUniqueIds_data()
    {
        QTest::addColumn<int>("stages");
        QTest::addColumn<int>("microbatches");
        QTest::addColumn<bool>("chinese");
        QTest::newRow("bars") << 4 << 8 << false;
        QTest::newRow("bars in Chinese") << 4 << 8 << true;
        QTest::newRow("strips") << 64 << 512 << true;
    }
    void isWellFormedWithUniqueIds()
    {
        QFETCH(int, stages);
        QFETCH(int, microbatches);
        QFETCH(bool, chinese);
        FigureOptions options;
        options.words = chinese ? chineseWords() : englishWords();
        options.planText = "<&>\"'\x01 ]]>";
        const std::string svg = figure(ScheduleKind::OneFOneB, stages, microbatches, options);
        QXmlStreamReader xml(QByteArray::fromStdString(svg));
        QSet<QString> ids;
        QStringList layers;
        QString metadata;
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name(), u"svg");
        QCOMPARE(xml.attributes().value("width"_L1), u"174mm");
        QCOMPARE(xml.attributes().value("lang"_L1), chinese ? u"zh-CN"_s : u"en"_s);
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            QVERIFY(xml.name() != "pattern"_L1 && xml.name() != "style"_L1);
            const QString id = xml.attributes().value("id"_L1).toString();
            QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(id));
            ids.insert(id);
            if (xml.attributes().hasAttribute("inkscape:groupmode"_L1))
                layers += id;
            if (xml.name() == "text"_L1) {
                QVERIFY(xml.attributes().hasAttribute("text-anchor"_L1));
                QCOMPARE(xml.attributes().value("font-family"_L1),
                    u"'Noto Sans','Noto Sans CJK SC',sans-serif");
            }
            if (xml.name() == "metadata"_L1)
                metadata = xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(metadata, u"<&>\"' ]]>");
        QCOMPARE(layers,
            QStringList({u"layer-title"_s, u"layer-bubbles"_s, u"layer-ops"_s, u"layer-axis"_s,
                u"layer-legend"_s}));
        QVERIFY(ids.contains(u"stage-0"_s) && ids.contains(u"legend-bubble"_s));
    }

    void numbersAreShort_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("whole") << 12.0 << QByteArray("12");
        QTest::newRow("ten") << 10.0 << QByteArray("10");
        QTest::newRow("half") << 0.5 << QByteArray("0.5");
        QTest::newRow("rounded") << 1.0 / 3 << QByteArray("0.333");
        QTest::newRow("nothing") << -0.0001 << QByteArray("0");
        QTest::newRow("negative") << -3.125 << QByteArray("-3.125");
    }
    void numbersAreShort()
    {
        QFETCH(double, value);
        QFETCH(QByteArray, text);
        QCOMPARE(coordinateText(value), text.toStdString());
    }
};

QTEST_APPLESS_MAIN(TestSvg)
#include "tst_svg.moc"
