// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/words.h"
#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"
#include "ui/text/language.h"
#include "ui/text/quantities.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

QStringList placeholders(const QString& text)
{
    static const QRegularExpression kPlaceholder(u"%(\\d|n)"_s);
    QStringList found;
    for (const QRegularExpressionMatch& match : kPlaceholder.globalMatch(text)) {
        if (!found.contains(match.captured()))
            found += match.captured();
    }
    found.sort();
    return found;
}

} // namespace

class tst_language : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void everythingIsTranslated()
    {
        QFile file(QStringLiteral(PIPEGANTT_TRANSLATION));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        int messages = 0;
        QString source;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == "source"_L1) {
                source = xml.readElementText();
            } else if (xml.name() == "translation"_L1) {
                ++messages;
                const QString state = xml.attributes().value("type"_L1).toString();
                const QString text = xml.readElementText();
                QVERIFY2(state.isEmpty() && !text.isEmpty(), qPrintable(source));
                QVERIFY2(placeholders(text) == placeholders(source), qPrintable(source));
                QVERIFY2(source.contains(u'&') == text.contains(u'&'), qPrintable(source));
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(messages > 300);
    }

    void switchesAtRunTime()
    {
        Language language;
        QSignalSpy changed(&language, &Language::changed);
        QCOMPARE(unitText(TimeUnit::Slots), u"slots"_s);
        language.use(u"zh_CN"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(unitText(TimeUnit::Slots), u"时隙"_s);
        QCOMPARE(operationKindText(OperationKind::Forward), u"前向"_s);
        // Texts that the core's tables keep, too.
        for (const CatalogueEntry& known : catalogue()) {
            QVERIFY(
                translated("Schedule", known.summary) != QString::fromUtf8(known.summary.data()));
        }
        // Figures carry their own words, which are the same.
        for (const CatalogueEntry& known : catalogue()) {
            if (known.exactWhen.empty())
                continue;
            const std::string_view condition = conditionWords(chineseWords(), known.exactWhen);
            QCOMPARE(QString::fromUtf8(condition.data(), static_cast<qsizetype>(condition.size())),
                translated("Schedule", known.exactWhen));
        }
        // And the toolkit's own.
        QVERIFY(QCoreApplication::translate("QPlatformTheme", "Cancel") != u"Cancel"_s);
        language.use(u"tlh"_s);
        QCOMPARE(language.current(), u"zh_CN"_s);
        language.use(u"en"_s);
        QCOMPARE(unitText(TimeUnit::Slots), u"slots"_s);
    }

    void tagsOfThisWorld_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("language");
        QTest::newRow("zh") << u"zh"_s << u"zh_CN"_s;
        QTest::newRow("zh-CN") << u"zh-CN"_s << u"zh_CN"_s;
        QTest::newRow("zh_CN.UTF-8") << u"zh_CN.UTF-8"_s << u"zh_CN"_s;
        QTest::newRow("zh-Hans-CN") << u"zh-Hans-CN"_s << u"zh_CN"_s;
        QTest::newRow("traditional") << u"zh_TW"_s << QString();
        QTest::newRow("en_GB") << u"en_GB"_s << u"en"_s;
        QTest::newRow("none") << QString() << QString();
    }

    void tagsOfThisWorld()
    {
        QFETCH(QString, tag);
        QFETCH(QString, language);
        QCOMPARE(Language::matching(tag), language);
    }
};

QTEST_GUILESS_MAIN(tst_language)
#include "tst_language.moc"
