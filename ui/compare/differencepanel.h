// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/compareset.h"
#include "ui/compare/texttablemodel.h"

#include <QFrame>

#include <memory>

class QLabel;
class QMimeData;
class QPushButton;
class QTableView;

namespace pipegantt {

/// The differences of all compared plans from the baseline, as a whole and device by device, as the
/// command line writes them. Computed while it is in sight.
class DifferencePanel : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DifferencePanel)

public:
    explicit DifferencePanel(const CompareSet& set, QWidget* parent = nullptr);

    /// Both tables in Markdown, and in CSV for whoever asks for that.
    [[nodiscard]] std::unique_ptr<QMimeData> mime() const;
    [[nodiscard]] QString markdown() const;
    [[nodiscard]] QString csv() const;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();

    const CompareSet& m_set;
    TextTableModel m_plans;
    TextTableModel m_devices;
    QLabel* m_title;
    QLabel* m_nothing;
    QPushButton* m_copyMarkdown;
    QPushButton* m_copyCsv;
    QTableView* m_planView;
    QTableView* m_deviceView;
};

} // namespace pipegantt
