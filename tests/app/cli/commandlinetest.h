// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/failonwarning.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace pipegantt::test {

using namespace Qt::StringLiterals;

/// What one run of the program gave back.
struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs the built command line as a user does, in a directory of its own.
class CommandLineTest : public QObject
{
protected:
    QString path(const QString& name) const { return m_directory.filePath(name); }

    void writeFile(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QByteArray content(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be opened");
    }

    /// Runs in the temporary directory, without any display.
    Outcome runProgram(const QStringList& arguments, const QString& standardOutput = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_directory.path());
        if (!standardOutput.isEmpty())
            process.setStandardOutputFile(standardOutput);
        process.start(QStringLiteral(PIPEGANTT_CLI), arguments);
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    Outcome runLine(const QString& line) const
    {
        return runProgram(line.split(u' ', Qt::SkipEmptyParts));
    }

    static QJsonObject json(const QByteArray& bytes)
    {
        return QJsonDocument::fromJson(bytes).object();
    }
    /// Call from `init()`.
    void startAfresh() const
    {
        failOnWarning();
        QVERIFY(m_directory.isValid());
        for (const QString& name : QDir(m_directory.path()).entryList(QDir::Files | QDir::Hidden))
            QVERIFY(QFile::remove(path(name)));
    }

private:
    QTemporaryDir m_directory;
};

} // namespace pipegantt::test
