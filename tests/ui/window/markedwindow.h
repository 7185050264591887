// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/window/windowtest.h"
#include "ui/timeline/timelineview.h"

#include <cmath>
#include <initializer_list>

namespace pipegantt::test {

/// The whole window with what is kept beside a plan, its marks and views, by keys and mouse.
class MarkedWindow : public WindowTest
{
protected:
    /// Call from `init()`.
    void openMarked()
    {
        openAfresh();
        chart()->setFocus();
        chart()->viewport().setAnimated(false);
    }
    [[nodiscard]] TimelineView* chart() const { return m_window->findChild<TimelineView*>(); }
    [[nodiscard]] const PlanView& view() const { return m_window->document().view(); }
    [[nodiscard]] const QAction* action(ActionId id) const { return m_window->actions()[id]; }
    [[nodiscard]] static Duration inSlots(double count)
    {
        return Duration(std::llround(count * 1e9));
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(chart(), key, modifiers);
    }
    void setSlots(std::initializer_list<double> places)
    {
        PlanView changed = view();
        for (const double place : places)
            QVERIFY(addMark(changed, {inSlots(place), {}}, TimeUnit::Slots));
        m_window->document().changeView(changed, u"marks"_s);
    }
};

} // namespace pipegantt::test
