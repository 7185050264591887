// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <string_view>

namespace pipegantt {

/// The language of the window, which can change while it runs: every widget then gets a
/// LanguageChange event and says its words anew.
class Language : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Language)

public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    /// `en` and `zh_CN`.
    static QStringList available();
    /// The language's own name for itself.
    static QString name(const QString& tag);
    /// The available language that suits the system.
    static QString ofSystem();
    /// The available language that `tag` means (`zh`, `zh-CN`, `zh_CN.UTF-8`); empty for none.
    static QString matching(const QString& tag);

    [[nodiscard]] const QString& current() const { return m_current; }
    /// Speaks `tag` from now on; an unknown one changes nothing.
    void use(const QString& tag);

signals:
    void changed();

private:
    QString m_current;
    QTranslator m_ours;
    QTranslator m_qt;
};

/// Core text of the given translation context in each language of the window, English first.
QStringList inEveryLanguage(const char* context, std::string_view text);

} // namespace pipegantt
