/* Twenty fortified calls: a long list of one cause.
 * flags: -shared -fPIC -fno-builtin
 * output: libmissing_many.so */
#define EACH(F) \
  F(__asprintf_chk) F(__fgets_chk) F(__fprintf_chk) F(__fread_chk) F(__getcwd_chk) F(__longjmp_chk) \
  F(__memcpy_chk) F(__memmove_chk) F(__memset_chk) F(__poll_chk) F(__pread_chk) F(__printf_chk) \
  F(__read_chk) F(__readlink_chk) F(__realpath_chk) F(__recv_chk) F(__snprintf_chk) F(__sprintf_chk) \
  F(__strcat_chk) F(__strcpy_chk)
#define DECLARE(name) extern void name(void);
#define CALL(name) name();
EACH(DECLARE)
void call_all(void) { EACH(CALL) }
