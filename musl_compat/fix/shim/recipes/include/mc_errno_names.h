/* Names and English descriptions of the error numbers and signals of Linux, keyed by their macros: numbers differ by architecture.
 *
 * X(number, name, text). The texts are what strerror and strsignal print on a glibc system in the C locale.
 */
#ifndef MC_ERRNO_NAMES_H
#define MC_ERRNO_NAMES_H
#include <errno.h>
#include <signal.h>

/* Newer than the headers of musl 1.2.5; the number is that of asm-generic/errno.h. */
#ifndef EFTYPE
#define EFTYPE 134
#endif

#define MC_ERRORS(X) \
	X(EPERM, "EPERM", "Operation not permitted") \
	X(ENOENT, "ENOENT", "No such file or directory") \
	X(ESRCH, "ESRCH", "No such process") \
	X(EINTR, "EINTR", "Interrupted system call") \
	X(EIO, "EIO", "Input/output error") \
	X(ENXIO, "ENXIO", "No such device or address") \
	X(E2BIG, "E2BIG", "Argument list too long") \
	X(ENOEXEC, "ENOEXEC", "Exec format error") \
	X(EBADF, "EBADF", "Bad file descriptor") \
	X(ECHILD, "ECHILD", "No child processes") \
	X(EAGAIN, "EAGAIN", "Resource temporarily unavailable") \
	X(ENOMEM, "ENOMEM", "Cannot allocate memory") \
	X(EACCES, "EACCES", "Permission denied") \
	X(EFAULT, "EFAULT", "Bad address") \
	X(ENOTBLK, "ENOTBLK", "Block device required") \
	X(EBUSY, "EBUSY", "Device or resource busy") \
	X(EEXIST, "EEXIST", "File exists") \
	X(EXDEV, "EXDEV", "Invalid cross-device link") \
	X(ENODEV, "ENODEV", "No such device") \
	X(ENOTDIR, "ENOTDIR", "Not a directory") \
	X(EISDIR, "EISDIR", "Is a directory") \
	X(EINVAL, "EINVAL", "Invalid argument") \
	X(ENFILE, "ENFILE", "Too many open files in system") \
	X(EMFILE, "EMFILE", "Too many open files") \
	X(ENOTTY, "ENOTTY", "Inappropriate ioctl for device") \
	X(ETXTBSY, "ETXTBSY", "Text file busy") \
	X(EFBIG, "EFBIG", "File too large") \
	X(ENOSPC, "ENOSPC", "No space left on device") \
	X(ESPIPE, "ESPIPE", "Illegal seek") \
	X(EROFS, "EROFS", "Read-only file system") \
	X(EMLINK, "EMLINK", "Too many links") \
	X(EPIPE, "EPIPE", "Broken pipe") \
	X(EDOM, "EDOM", "Numerical argument out of domain") \
	X(ERANGE, "ERANGE", "Numerical result out of range") \
	X(EDEADLK, "EDEADLK", "Resource deadlock avoided") \
	X(ENAMETOOLONG, "ENAMETOOLONG", "File name too long") \
	X(ENOLCK, "ENOLCK", "No locks available") \
	X(ENOSYS, "ENOSYS", "Function not implemented") \
	X(ENOTEMPTY, "ENOTEMPTY", "Directory not empty") \
	X(ELOOP, "ELOOP", "Too many levels of symbolic links") \
	X(ENOMSG, "ENOMSG", "No message of desired type") \
	X(EIDRM, "EIDRM", "Identifier removed") \
	X(ECHRNG, "ECHRNG", "Channel number out of range") \
	X(EL2NSYNC, "EL2NSYNC", "Level 2 not synchronized") \
	X(EL3HLT, "EL3HLT", "Level 3 halted") \
	X(EL3RST, "EL3RST", "Level 3 reset") \
	X(ELNRNG, "ELNRNG", "Link number out of range") \
	X(EUNATCH, "EUNATCH", "Protocol driver not attached") \
	X(ENOCSI, "ENOCSI", "No CSI structure available") \
	X(EL2HLT, "EL2HLT", "Level 2 halted") \
	X(EBADE, "EBADE", "Invalid exchange") \
	X(EBADR, "EBADR", "Invalid request descriptor") \
	X(EXFULL, "EXFULL", "Exchange full") \
	X(ENOANO, "ENOANO", "No anode") \
	X(EBADRQC, "EBADRQC", "Invalid request code") \
	X(EBADSLT, "EBADSLT", "Invalid slot") \
	X(EBFONT, "EBFONT", "Bad font file format") \
	X(ENOSTR, "ENOSTR", "Device not a stream") \
	X(ENODATA, "ENODATA", "No data available") \
	X(ETIME, "ETIME", "Timer expired") \
	X(ENOSR, "ENOSR", "Out of streams resources") \
	X(ENONET, "ENONET", "Machine is not on the network") \
	X(ENOPKG, "ENOPKG", "Package not installed") \
	X(EREMOTE, "EREMOTE", "Object is remote") \
	X(ENOLINK, "ENOLINK", "Link has been severed") \
	X(EADV, "EADV", "Advertise error") \
	X(ESRMNT, "ESRMNT", "Srmount error") \
	X(ECOMM, "ECOMM", "Communication error on send") \
	X(EPROTO, "EPROTO", "Protocol error") \
	X(EMULTIHOP, "EMULTIHOP", "Multihop attempted") \
	X(EDOTDOT, "EDOTDOT", "RFS specific error") \
	X(EBADMSG, "EBADMSG", "Bad message") \
	X(EOVERFLOW, "EOVERFLOW", "Value too large for defined data type") \
	X(ENOTUNIQ, "ENOTUNIQ", "Name not unique on network") \
	X(EBADFD, "EBADFD", "File descriptor in bad state") \
	X(EREMCHG, "EREMCHG", "Remote address changed") \
	X(ELIBACC, "ELIBACC", "Can not access a needed shared library") \
	X(ELIBBAD, "ELIBBAD", "Accessing a corrupted shared library") \
	X(ELIBSCN, "ELIBSCN", ".lib section in a.out corrupted") \
	X(ELIBMAX, "ELIBMAX", "Attempting to link in too many shared libraries") \
	X(ELIBEXEC, "ELIBEXEC", "Cannot exec a shared library directly") \
	X(EILSEQ, "EILSEQ", "Invalid or incomplete multibyte or wide character") \
	X(ERESTART, "ERESTART", "Interrupted system call should be restarted") \
	X(ESTRPIPE, "ESTRPIPE", "Streams pipe error") \
	X(EUSERS, "EUSERS", "Too many users") \
	X(ENOTSOCK, "ENOTSOCK", "Socket operation on non-socket") \
	X(EDESTADDRREQ, "EDESTADDRREQ", "Destination address required") \
	X(EMSGSIZE, "EMSGSIZE", "Message too long") \
	X(EPROTOTYPE, "EPROTOTYPE", "Protocol wrong type for socket") \
	X(ENOPROTOOPT, "ENOPROTOOPT", "Protocol not available") \
	X(EPROTONOSUPPORT, "EPROTONOSUPPORT", "Protocol not supported") \
	X(ESOCKTNOSUPPORT, "ESOCKTNOSUPPORT", "Socket type not supported") \
	X(EOPNOTSUPP, "EOPNOTSUPP", "Operation not supported") \
	X(EPFNOSUPPORT, "EPFNOSUPPORT", "Protocol family not supported") \
	X(EAFNOSUPPORT, "EAFNOSUPPORT", "Address family not supported by protocol") \
	X(EADDRINUSE, "EADDRINUSE", "Address already in use") \
	X(EADDRNOTAVAIL, "EADDRNOTAVAIL", "Cannot assign requested address") \
	X(ENETDOWN, "ENETDOWN", "Network is down") \
	X(ENETUNREACH, "ENETUNREACH", "Network is unreachable") \
	X(ENETRESET, "ENETRESET", "Network dropped connection on reset") \
	X(ECONNABORTED, "ECONNABORTED", "Software caused connection abort") \
	X(ECONNRESET, "ECONNRESET", "Connection reset by peer") \
	X(ENOBUFS, "ENOBUFS", "No buffer space available") \
	X(EISCONN, "EISCONN", "Transport endpoint is already connected") \
	X(ENOTCONN, "ENOTCONN", "Transport endpoint is not connected") \
	X(ESHUTDOWN, "ESHUTDOWN", "Cannot send after transport endpoint shutdown") \
	X(ETOOMANYREFS, "ETOOMANYREFS", "Too many references: cannot splice") \
	X(ETIMEDOUT, "ETIMEDOUT", "Connection timed out") \
	X(ECONNREFUSED, "ECONNREFUSED", "Connection refused") \
	X(EHOSTDOWN, "EHOSTDOWN", "Host is down") \
	X(EHOSTUNREACH, "EHOSTUNREACH", "No route to host") \
	X(EALREADY, "EALREADY", "Operation already in progress") \
	X(EINPROGRESS, "EINPROGRESS", "Operation now in progress") \
	X(ESTALE, "ESTALE", "Stale file handle") \
	X(EUCLEAN, "EUCLEAN", "Structure needs cleaning") \
	X(ENOTNAM, "ENOTNAM", "Not a XENIX named type file") \
	X(ENAVAIL, "ENAVAIL", "No XENIX semaphores available") \
	X(EISNAM, "EISNAM", "Is a named type file") \
	X(EREMOTEIO, "EREMOTEIO", "Remote I/O error") \
	X(EDQUOT, "EDQUOT", "Disk quota exceeded") \
	X(ENOMEDIUM, "ENOMEDIUM", "No medium found") \
	X(EMEDIUMTYPE, "EMEDIUMTYPE", "Wrong medium type") \
	X(ECANCELED, "ECANCELED", "Operation canceled") \
	X(ENOKEY, "ENOKEY", "Required key not available") \
	X(EKEYEXPIRED, "EKEYEXPIRED", "Key has expired") \
	X(EKEYREVOKED, "EKEYREVOKED", "Key has been revoked") \
	X(EKEYREJECTED, "EKEYREJECTED", "Key was rejected by service") \
	X(EOWNERDEAD, "EOWNERDEAD", "Owner died") \
	X(ENOTRECOVERABLE, "ENOTRECOVERABLE", "State not recoverable") \
	X(ERFKILL, "ERFKILL", "Operation not possible due to RF-kill") \
	X(EHWPOISON, "EHWPOISON", "Memory page has hardware error") \
	X(EFTYPE, "EFTYPE", "Inappropriate file type or format")

#define MC_SIGNALS(X) \
	X(SIGHUP, "HUP", "Hangup") \
	X(SIGINT, "INT", "Interrupt") \
	X(SIGQUIT, "QUIT", "Quit") \
	X(SIGILL, "ILL", "Illegal instruction") \
	X(SIGTRAP, "TRAP", "Trace/breakpoint trap") \
	X(SIGABRT, "ABRT", "Aborted") \
	X(SIGBUS, "BUS", "Bus error") \
	X(SIGFPE, "FPE", "Floating point exception") \
	X(SIGKILL, "KILL", "Killed") \
	X(SIGUSR1, "USR1", "User defined signal 1") \
	X(SIGSEGV, "SEGV", "Segmentation fault") \
	X(SIGUSR2, "USR2", "User defined signal 2") \
	X(SIGPIPE, "PIPE", "Broken pipe") \
	X(SIGALRM, "ALRM", "Alarm clock") \
	X(SIGTERM, "TERM", "Terminated") \
	X(SIGSTKFLT, "STKFLT", "Stack fault") \
	X(SIGCHLD, "CHLD", "Child exited") \
	X(SIGCONT, "CONT", "Continued") \
	X(SIGSTOP, "STOP", "Stopped (signal)") \
	X(SIGTSTP, "TSTP", "Stopped") \
	X(SIGTTIN, "TTIN", "Stopped (tty input)") \
	X(SIGTTOU, "TTOU", "Stopped (tty output)") \
	X(SIGURG, "URG", "Urgent I/O condition") \
	X(SIGXCPU, "XCPU", "CPU time limit exceeded") \
	X(SIGXFSZ, "XFSZ", "File size limit exceeded") \
	X(SIGVTALRM, "VTALRM", "Virtual timer expired") \
	X(SIGPROF, "PROF", "Profiling timer expired") \
	X(SIGWINCH, "WINCH", "Window changed") \
	X(SIGPOLL, "POLL", "I/O possible") \
	X(SIGPWR, "PWR", "Power failure") \
	X(SIGSYS, "SYS", "Bad system call")

struct mc_name {
	const char *name, *text;
};

#define MC_NAME(number, name, text) [number] = {name, text},
static const struct mc_name mc_errors[] __attribute__((unused)) = {[0] = {"0", "Success"}, MC_ERRORS(MC_NAME)};
static const struct mc_name mc_signals[] __attribute__((unused)) = {MC_SIGNALS(MC_NAME)};
#endif
