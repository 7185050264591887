// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <array>

namespace pipegantt {

/// Whether a setting is a person's wish or only where the last session stopped.
enum class SettingScope
{
    Preference,
    Session,
};

/// One row of the table of settings.
template <class T>
struct Setting
{
    const char* key;
    T fallback;
    SettingScope scope;
};

/// Every setting that the program keeps.
namespace setting {

inline const Setting<QString> kLanguage {"language", {}, SettingScope::Preference};
inline const Setting<QString> kTheme {"theme", QStringLiteral("system"), SettingScope::Preference};
inline const Setting<QString> kColorBy {"chart/colors", {}, SettingScope::Preference};
inline const Setting<QStringList> kRecentFiles {"recent-files", {}, SettingScope::Session};
inline const Setting<QStringList> kRecentCommands {"palette/recent", {}, SettingScope::Session};
inline const Setting<QByteArray> kGeometry {"window/geometry", {}, SettingScope::Session};
inline const Setting<QByteArray> kSideSplitter {"window/side", {}, SettingScope::Session};
inline const Setting<QByteArray> kChartSplitter {"window/charts", {}, SettingScope::Session};
inline const Setting<QByteArray> kLinkedSplitter {"window/linked", {}, SettingScope::Session};
inline const Setting<QStringList> kHiddenPanels {
    "window/hidden", {QStringLiteral("devices")}, SettingScope::Session};
inline const Setting<QString> kPlan {"session/plan", {}, SettingScope::Session};
inline const Setting<QString> kPlanPath {"session/path", {}, SettingScope::Session};
inline const Setting<bool> kPlanModified {"session/modified", false, SettingScope::Session};
inline const Setting<QStringList> kPinnedPlans {"compare/plans", {}, SettingScope::Session};
inline const Setting<QStringList> kPinnedNames {"compare/names", {}, SettingScope::Session};
inline const Setting<int> kArrangement {"compare/arrangement", 0, SettingScope::Session};
inline const Setting<double> kWipe {"compare/wipe", 0.5, SettingScope::Session};

/// The keys of all of them.
inline constexpr std::array kKeys {"language", "theme", "chart/colors", "recent-files",
    "palette/recent", "window/geometry", "window/side", "window/charts", "window/linked",
    "window/hidden", "session/plan", "session/path", "session/modified", "compare/plans",
    "compare/names", "compare/arrangement", "compare/wipe"};

} // namespace setting

/// Typed access to the settings in `store`, which a test gives a file of its own.
class Settings
{
public:
    explicit Settings(QSettings& store)
        : m_store(store)
    {
    }

    /// The stored value, or the fallback where there is none or one of another type.
    template <class T>
    [[nodiscard]] T value(const Setting<T>& row) const
    {
        const QVariant stored = m_store.value(QLatin1StringView(row.key));
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : row.fallback;
    }

    template <class T>
    void set(const Setting<T>& row, const T& value)
    {
        m_store.setValue(QLatin1StringView(row.key), QVariant::fromValue(value));
    }

    /// Writes what has been set to the disk now.
    void sync() { m_store.sync(); }

    /// The files opened or saved last, newest first.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);
    /// Puts a command of the palette before those used earlier.
    void addRecentCommand(const QString& id);

private:
    QSettings& m_store;
};

} // namespace pipegantt
