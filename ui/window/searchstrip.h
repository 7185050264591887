// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "core/search/search.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;

namespace pipegantt {

/// A line over the chart while a better order is searched: how good the best one is, and a button
/// that ends the search with it. Appears once a search lasts long enough to be noticed.
class SearchStrip : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchStrip)

public:
    explicit SearchStrip(QWidget* parent = nullptr);

    void follow(const Plan& plan, const SearchState& state);
    void end();

signals:
    void stopped();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_words;
    QPushButton* m_stop;
    QTimer m_patience;
    std::optional<SearchState> m_state;
    TimeUnit m_unit = TimeUnit::Slots;
};

} // namespace pipegantt
