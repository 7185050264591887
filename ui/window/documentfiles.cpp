// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/documentfiles.h"

#include "core/format/planfile.h"
#include "core/format/planinput.h"
#include "ui/text/quantities.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QString suffix()
{
    return QString::fromUtf8(kPlanFileSuffix.data());
}

QString sheetSuffix()
{
    return QString::fromUtf8(kSheetFileSuffix.data());
}

/// Where plans are kept that have no file yet: the folder for documents, which not every home has.
QString folderForPlans()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

DocumentFiles::DocumentFiles(PlanDocument& document, Settings& settings, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_settings(settings)
    , m_window(window)
{
}

void DocumentFiles::createNew()
{
    begin(Plan());
}

void DocumentFiles::begin(const Plan& plan)
{
    if (mayLeave())
        m_document.start(plan);
}

void DocumentFiles::chooseAndOpen()
{
    choose(tr("Open a plan"),
        tr("Plans and orders (*%1 *%2);;All files (*)").arg(suffix(), sheetSuffix()));
}

void DocumentFiles::chooseAndImport()
{
    choose(tr("Import a schedule CSV"), tr("Schedule CSV (*%1);;All files (*)").arg(sheetSuffix()));
}

void DocumentFiles::choose(const QString& title, const QString& filters)
{
    const QString path = QFileDialog::getOpenFileName(m_window, title,
        m_document.path().isEmpty() ? folderForPlans()
                                    : QFileInfo(m_document.path()).absolutePath(),
        filters);
    if (!path.isEmpty())
        open(path);
}

bool DocumentFiles::open(const QString& path)
{
    if (!mayLeave())
        return false;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const Result<void> loaded = m_document.load(absolute);
    if (loaded) {
        m_settings.addRecentFile(absolute);
    } else {
        m_settings.removeRecentFile(absolute);
        say(tr("This file cannot be opened"), loaded.error());
    }
    emit recentFilesChanged();
    return loaded.has_value();
}

bool DocumentFiles::save()
{
    return m_document.path().isEmpty() ? saveAs() : saveTo(m_document.path());
}

bool DocumentFiles::saveAs()
{
    const QFileInfo current(m_document.path());
    const bool named = !m_document.path().isEmpty();
    QFileDialog dialog(m_window, tr("Save the plan"),
        named ? current.absolutePath() : folderForPlans(),
        tr("Plans (*%1);;All files (*)").arg(suffix()));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    // The dialog adds it before it asks whether to overwrite.
    dialog.setDefaultSuffix(suffix().mid(1));
    // A bare name: with a folder that the dialog does not show, it would propose the whole path.
    dialog.selectFile(named ? current.fileName() : tr("pipeline") + suffix());
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return false;
    return saveTo(dialog.selectedFiles().constFirst());
}

bool DocumentFiles::mayLeave()
{
    if (!m_document.isModified())
        return true;
    QMessageBox question(QMessageBox::Question, tr("Unsaved changes"),
        tr("“%1” has changes that are not saved.").arg(documentName(m_document)),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question.setInformativeText(tr("Save them first?"));
    question.setDefaultButton(QMessageBox::Save);
    question.setEscapeButton(QMessageBox::Cancel);
    switch (question.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

bool DocumentFiles::saveTo(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const Result<void> saved = m_document.save(absolute);
    if (saved)
        m_settings.addRecentFile(absolute);
    else
        say(tr("The plan cannot be saved"), saved.error());
    emit recentFilesChanged();
    return saved.has_value();
}

void DocumentFiles::say(const QString& title, const Error& error)
{
    QMessageBox message(QMessageBox::Warning, title, title, QMessageBox::Ok, m_window);
    message.setInformativeText(errorText(error));
    message.exec();
}

QString documentName(const PlanDocument& document)
{
    return document.path().isEmpty() ? DocumentFiles::tr("New plan")
                                     : QFileInfo(document.path()).completeBaseName();
}

} // namespace pipegantt
