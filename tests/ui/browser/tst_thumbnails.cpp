// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/catalogue.h"
#include "tests/support/failonwarning.h"
#include "ui/browser/thumbnails.h"

#include <QSignalSpy>
#include <QTest>

using namespace pipegantt;

class TestThumbnails : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }

    /// The bubble ratio can be read back from the picture.
    void tellTheTruth()
    {
        const Result<Run> run = pipegantt::run(Plan {});
        const QSize size(330, 54); // ten pixels a slot
        const QImage image = thumbnailOf(*run, lightLook(), size);
        const QRgb bubble = lightLook().bubble.argb();
        int idle = 0;
        int all = 0;
        int lines = 0;
        for (int y = 0; y < size.height(); ++y) {
            if (qAlpha(image.pixel(0, y)) == 0)
                continue;
            ++lines;
            for (int x = 0; x < size.width(); ++x) {
                ++all;
                idle += image.pixel(x, y) == bubble ? 1 : 0;
            }
        }
        QVERIFY(lines > 40);
        // 3 of 11, where all rows are equally high.
        QVERIFY(std::abs(static_cast<double>(idle) / all - 3.0 / 11) < 0.01);
    }

    void everyScheduleThatRunsHasOne()
    {
        Thumbnails thumbnails;
        QVERIFY(thumbnails.of(ScheduleKind::GPipe, lightLook(), {100, 40}).isNull());
        QSignalSpy changed(&thumbnails, &Thumbnails::changed);
        thumbnails.prepare();
        thumbnails.prepare();
        QVERIFY(changed.wait(60'000));
        for (const CatalogueEntry& known : catalogue()) {
            const QImage image = thumbnails.of(known.kind, darkLook(), {100, 40});
            if (known.kind != ScheduleKind::Custom)
                QVERIFY2(image.size() == QSize(100, 40), known.id.data());
        }
        thumbnails.prepare();
        QVERIFY(!changed.wait(20));
    }

    void aGivenOrderIsItsOwnPicture()
    {
        Thumbnails thumbnails;
        Plan plan;
        thumbnails.setGiven(plan);
        QVERIFY(thumbnails.of(ScheduleKind::Custom, lightLook(), {100, 40}).isNull());
        const Result<Run> run = pipegantt::run(plan);
        plan.given.schedule = std::make_shared<const Schedule>(run->schedule);
        thumbnails.setGiven(plan);
        QCOMPARE(thumbnails.of(ScheduleKind::Custom, lightLook(), {100, 40}),
            thumbnailOf(*run, lightLook(), {100, 40}));
    }

    void moreDevicesThanPixelsFit()
    {
        Plan plan;
        plan.stages = 100;
        const QImage image = thumbnailOf(*pipegantt::run(plan), lightLook(), {60, 20});
        QCOMPARE(image.size(), QSize(60, 20));
    }
};

QTEST_MAIN(TestThumbnails)
#include "tst_thumbnails.moc"
