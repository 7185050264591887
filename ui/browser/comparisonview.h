// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/browser/cataloguefilter.h"

#include <QTableView>

namespace pipegantt {

/// The catalogue as a table of numbers.
class ComparisonView : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparisonView)

public:
    explicit ComparisonView(CatalogueFilter& filter, QWidget* parent = nullptr);
};

} // namespace pipegantt
