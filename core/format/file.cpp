// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/file.h"

#include "core/format/quotable.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace pipegantt {
namespace {

std::string reason(int systemError)
{
    return std::generic_category().message(systemError);
}

tl::unexpected<Error> cannotRead(const std::string& path, int systemError)
{
    return failure(ErrorCode::CannotRead, {quotable(path, path.size()), reason(systemError)});
}

tl::unexpected<Error> cannotWrite(const std::string& path, int systemError)
{
    return failure(ErrorCode::CannotWrite, {quotable(path, path.size()), reason(systemError)});
}

/// An open file that is closed at the end.
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

    /// Closes now and says whether the system kept what was written.
    bool close()
    {
        const int fd = m_fd;
        m_fd = -1;
        return fd < 0 || ::close(fd) == 0;
    }

private:
    int m_fd;
};

/// A new file beside its target, gone again unless it takes the target's place.
class TemporaryFile
{
public:
    explicit TemporaryFile(const std::string& directory)
        : m_descriptor(create(directory, m_path))
    {
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    TemporaryFile(TemporaryFile&&) = delete;
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile()
    {
        if (!m_path.empty())
            ::unlink(m_path.c_str());
    }

    Descriptor& descriptor() { return m_descriptor; }

    bool replace(const std::string& target)
    {
        if (::rename(m_path.c_str(), target.c_str()) != 0)
            return false;
        m_path.clear();
        return true;
    }

private:
    /// Not named after the target, whose name may be as long as names can be. The mode is the one
    /// that any new file gets, as the user's umask has it.
    static int create(const std::string& directory, std::string& path)
    {
        static std::atomic<unsigned> counter {0};
        constexpr int kAttempts = 1000;
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            const std::string name = directory + "/.pipegantt-" + std::to_string(::getpid()) + '-'
                + std::to_string(counter++) + ".tmp";
            const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (fd >= 0)
                path = name;
            if (fd >= 0 || errno != EEXIST)
                return fd;
        }
        return -1;
    }

    std::string m_path;
    Descriptor m_descriptor;
};

std::string directoryOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// Where `path` leads through its symbolic links, whether or not there is a file at the end;
/// nothing where they go in a circle.
std::optional<std::string> linkTarget(std::string path)
{
    constexpr int kMostLinks = 40;
    for (int i = 0; i < kMostLinks; ++i) {
        std::array<char, 4096> buffer {};
        const ssize_t length = ::readlink(path.c_str(), buffer.data(), buffer.size());
        if (length < 0)
            return path;
        const std::string link(buffer.data(), static_cast<std::size_t>(length));
        path = link.starts_with('/') ? link : directoryOf(path).append("/").append(link);
    }
    return std::nullopt;
}

Result<void> writeDirectly(const std::string& path, std::string_view bytes)
{
    // Opening the standard output anew would forget where it stands and whether it appends.
    const bool standardOutput = path == "/dev/stdout";
    Descriptor descriptor(standardOutput ? ::dup(STDOUT_FILENO)
                                         : ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!descriptor.isOpen())
        return cannotWrite(path, errno);
    if (Result<void> written = writeAll(descriptor.get(), bytes, path); !written)
        return written;
    if (!descriptor.close())
        return cannotWrite(path, errno);
    return {};
}

} // namespace

Result<std::string> readFile(const std::string& path, std::size_t maxBytes)
{
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!descriptor.isOpen())
        return cannotRead(path, errno);
    std::string bytes;
    std::array<char, 65536> buffer {};
    while (true) {
        const ssize_t got = ::read(descriptor.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannotRead(path, errno);
        if (got == 0)
            return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() <= maxBytes)
            continue;
        // Of a file that can say so its size, of a pipe what has come so far.
        struct stat status
        {
        };
        const bool known = ::fstat(descriptor.get(), &status) == 0 && S_ISREG(status.st_mode);
        return failure(ErrorCode::FileTooLarge,
            {path, known ? std::to_string(status.st_size) : std::to_string(bytes.size()),
                std::to_string(maxBytes)});
    }
}

Result<void> writeAll(int fd, std::string_view bytes, const std::string& name)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return cannotWrite(name, errno);
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

Result<void> writeFileAtomically(const std::string& path, std::string_view bytes)
{
    struct stat status
    {
    };
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (!exists && errno != ENOENT)
        return cannotWrite(path, errno);
    if (exists && S_ISDIR(status.st_mode))
        return cannotWrite(path, EISDIR);
    if (path == "/dev/stdout" || (exists && !S_ISREG(status.st_mode)))
        return writeDirectly(path, bytes);
    // Replacing a file asks its directory alone; that it is read-only must count all the same.
    if (exists && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0)
        return cannotWrite(path, errno);
    const std::optional<std::string> target = linkTarget(path);
    if (!target)
        return cannotWrite(path, ELOOP);
    if (target->empty() || target->ends_with('/'))
        return cannotWrite(path, exists ? EISDIR : ENOENT);

    TemporaryFile temporary(directoryOf(*target));
    Descriptor& descriptor = temporary.descriptor();
    if (!descriptor.isOpen())
        return cannotWrite(path, errno);
    if (exists) {
        // Owner and group as far as this user may set them; they must come before the mode.
        [[maybe_unused]] const int owned = ::fchown(descriptor.get(), status.st_uid, status.st_gid);
        if (::fchmod(descriptor.get(), status.st_mode & 07777U) != 0)
            return cannotWrite(path, errno);
    }
    if (Result<void> written = writeAll(descriptor.get(), bytes, path); !written)
        return written;
    if (::fsync(descriptor.get()) != 0)
        return cannotWrite(path, errno);
    if (!descriptor.close() || !temporary.replace(*target))
        return cannotWrite(path, errno);

    // The new name survives a power cut only once the directory is written; a system that cannot
    // do that has still got the whole file.
    const Descriptor directory(
        ::open(directoryOf(*target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.isOpen())
        ::fsync(directory.get());
    return {};
}

} // namespace pipegantt
