// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/failonwarning.h"
#include "ui/charts/labelspace.h"

#include <QTest>

#include <limits>

using namespace pipegantt;

class TestLabelSpace : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarning(); }
    void labelsStandApart();
    void aLabelKeepsOffLines();
    void aFullAreaTakesNoMore();
    void tooManyLinesHideALabel();

private:
    static constexpr int kAnyLines = std::numeric_limits<int>::max();
    const QRectF m_area {0, 0, 300, 200};
    const QPolygonF m_level {QPointF(0, 100), QPointF(300, 100)};
};

void TestLabelSpace::labelsStandApart()
{
    LabelSpace space(m_area);
    space.addLine(m_level);
    std::vector<QRectF> taken;
    for (int i = 0; i < 4; ++i) {
        const auto place = space.place({60, 14}, m_level, kAnyLines);
        QVERIFY(place);
        QVERIFY(m_area.contains(*place));
        for (const QRectF& other : taken)
            QVERIFY(!other.adjusted(-8, 0, 8, 0).intersects(*place));
        taken.push_back(*place);
    }
}

void TestLabelSpace::aLabelKeepsOffLines()
{
    LabelSpace space(m_area);
    space.addLine(m_level);
    const auto place = space.place({60, 14}, m_level, 0);
    QVERIFY(place);
    QVERIFY(place->bottom() < 100 || place->top() > 100);
}

void TestLabelSpace::aFullAreaTakesNoMore()
{
    LabelSpace space(m_area);
    space.addBox(m_area);
    QVERIFY(!space.place({60, 14}, m_level, kAnyLines));
    LabelSpace narrow(QRectF(0, 0, 50, 200));
    QVERIFY(!narrow.place({60, 14}, m_level, kAnyLines));
}

void TestLabelSpace::tooManyLinesHideALabel()
{
    LabelSpace space(m_area);
    for (int y = 0; y < 200; y += 3)
        space.addLine({QPointF(0, y), QPointF(300, y)});
    QVERIFY(!space.place({60, 14}, m_level, 6));
    QVERIFY(space.place({60, 14}, m_level, kAnyLines));
}

QTEST_APPLESS_MAIN(TestLabelSpace)
#include "tst_labelspace.moc"
