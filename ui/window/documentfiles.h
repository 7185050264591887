// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plan/plandocument.h"
#include "ui/settings/settings.h"

#include <QObject>

class QWidget;

namespace pipegantt {

/// Brings the document and its files together: asks before work would be lost, says what went
/// wrong, and keeps the list of recent files.
class DocumentFiles : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentFiles)

public:
    /// Dialogs belong to `window`.
    DocumentFiles(PlanDocument& document, Settings& settings, QWidget* window);

    /// A new plan, after asking.
    void createNew();
    /// A plan worth starting from, after asking.
    void begin(const Plan& plan);
    void chooseAndOpen();
    /// The same for a schedule CSV.
    void chooseAndImport();
    /// Opens `path` after asking; a bad file leaves the document as it is. True on success.
    bool open(const QString& path);
    bool save();
    bool saveAs();
    /// Whether the document may be given up: it is saved, or was saved now, or may be discarded.
    bool mayLeave();

signals:
    void recentFilesChanged();

private:
    bool saveTo(const QString& path);
    void choose(const QString& title, const QString& filters);
    void say(const QString& title, const Error& error);

    PlanDocument& m_document;
    Settings& m_settings;
    QWidget* m_window;
};

/// The name of the document for titles and questions.
QString documentName(const PlanDocument& document);

} // namespace pipegantt
