// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/export/exportdialog.h"
#include "ui/export/pagepreview.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace pipegantt;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Run> runOf(int stages, int microbatches)
{
    Plan plan;
    plan.stages = stages;
    plan.microbatches = microbatches;
    return std::make_shared<const Run>(run(plan).value());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    void savesEachFormat_data()
    {
        QTest::addColumn<ExportDialog::Format>("format");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("svg") << ExportDialog::Format::Svg << QByteArray("<?xml version=\"1.0\"");
        QTest::newRow("png") << ExportDialog::Format::Png << QByteArray("\x89PNG\r\n");
        QTest::newRow("pdf") << ExportDialog::Format::Pdf << QByteArray("%PDF-");
    }
    void savesEachFormat()
    {
        QFETCH(ExportDialog::Format, format);
        QFETCH(QByteArray, beginning);
        QTemporaryDir folder;
        ExportDialog dialog(runOf(4, 8), lightTheme(), u"en"_s);
        dialog.setFormat(format);
        QCOMPARE(dialog.format(), format);
        const QString path = folder.filePath(u"气泡"_s);
        QVERIFY(dialog.saveTo(path));
        QVERIFY(contentOf(path).startsWith(beginning));
    }

    void saysWhyAFileCannotBeWritten()
    {
        QTemporaryDir folder;
        ExportDialog dialog(runOf(4, 8), lightTheme(), u"en"_s);
        dialog.show();
        const QString path = folder.filePath(u"missing/figure.svg"_s);
        QVERIFY(!dialog.saveTo(path));
        const auto labels = dialog.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(path);
        }));
    }

    void figureFollowsThemeAndLanguage()
    {
        ExportDialog dialog(runOf(4, 8), darkTheme(), u"zh_CN"_s);
        const auto svg = QByteArray::fromStdString(dialog.fileBytes().value());
        QVERIFY(svg.contains("lang=\"zh-CN\""));
        QVERIFY(svg.contains("气泡"));
        QVERIFY(svg.contains(QByteArray::fromStdString(colorText(darkLook().background))));
        QVERIFY(svg.contains("pipegantt-plan"));
        ExportDialog other(runOf(4, 8), lightTheme(), u"fr_FR"_s);
        QVERIFY(other.fileBytes().value().find("lang=\"en\"") != std::string::npos);
    }

    void widthChangesTheFigure()
    {
        ExportDialog dialog(runOf(4, 8), lightTheme(), u"en"_s);
        dialog.findChild<QDoubleSpinBox*>()->setValue(84);
        QVERIFY(dialog.fileBytes().value().find("width=\"84mm\"") != std::string::npos);
    }

    void resolutionIsForPngAlone()
    {
        ExportDialog dialog(runOf(4, 8), lightTheme(), u"en"_s);
        auto* resolution = dialog.findChild<QSpinBox*>();
        QVERIFY(!resolution->isEnabled());
        dialog.setFormat(ExportDialog::Format::Png);
        QVERIFY(resolution->isEnabled());
        resolution->setValue(100);
        const auto labels = dialog.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel* label) { return label->text().contains(u"685 ×"); }));
    }

    void tooManyPixelsAreRefusedBeforeSaving()
    {
        ExportDialog dialog(runOf(8, 8), lightTheme(), u"en"_s);
        dialog.show();
        dialog.setFormat(ExportDialog::Format::Png);
        const auto* save = dialog.findChild<QPushButton*>(u"save"_s);
        QVERIFY(save->isEnabled());
        dialog.findChild<QDoubleSpinBox*>()->setValue(1200);
        dialog.findChild<QSpinBox*>()->setValue(2400);
        QVERIFY(!save->isEnabled());
        QVERIFY(!dialog.fileBytes());
        dialog.findChild<QSpinBox*>()->setValue(100);
        QVERIFY(save->isEnabled());
    }

    void everythingIsReachedByKeyboard()
    {
        ExportDialog dialog(runOf(4, 8), lightTheme(), u"en"_s);
        dialog.setFormat(ExportDialog::Format::Png);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QSet<QWidget*> reached;
        for (int i = 0; i < 20; ++i) {
            reached.insert(dialog.focusWidget());
            QTest::keyClick(&dialog, Qt::Key_Tab);
        }
        for (QWidget* widget : dialog.findChildren<QWidget*>()) {
            if (qobject_cast<QComboBox*>(widget) != nullptr
                || qobject_cast<QAbstractSpinBox*>(widget) != nullptr
                || qobject_cast<QPushButton*>(widget) != nullptr)
                QVERIFY2(reached.contains(widget), widget->metaObject()->className());
        }
    }

    void previewShowsTheFigure()
    {
        ExportDialog dialog(runOf(4, 8), lightTheme(), u"en"_s);
        dialog.resize(900, 500);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const QImage shown = dialog.findChild<PagePreview*>()->grab().toImage();
        int blue = 0;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x)
                blue += shown.pixelColor(x, y) == QColor(0x1f, 0x6f, 0xc1) ? 1 : 0;
        }
        QVERIFY(blue > 1000);
    }

    void copyHasPictureAndSvg()
    {
        QVERIFY(copyFigure(*runOf(4, 8), {174, false, u"en"_s}));
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QVERIFY(data->hasFormat(u"image/svg+xml"_s));
        QVERIFY(QSvgRenderer(data->data(u"image/svg+xml"_s)).isValid());
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).width(), 2055);
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
