/* mc_source.c - the bytes of the file: from a buffer, or by pread into memory that is reused.
 *
 * Never mmap: a file that is truncated under a map is a signal, under pread it is MC_CHANGED. */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mc_scan.h"

enum { MC_KEPT_BYTES = 4 << 20 };   /* a buffer above this does not outlive its scan */

int mc_fail(mc_scan *s, int status, uint32_t table, uint64_t offset, int64_t index)
{
  if (s->err.status == MC_OK) {
    s->err.status = status;
    s->err.table = table;
    s->err.offset = offset;
    s->err.index = index < 0 || index > INT32_MAX ? -1 : (int32_t)index;
  }
  return 0;
}

/* Makes room for `bytes` in a buffer, of which the first `keep` are not lost. */
int mc_room(mc_scan *s, mc_buf *b, uint64_t bytes, uint64_t keep)
{
  if (bytes <= b->cap)
    return 1;
  size_t cap = (size_t)bytes + (size_t)bytes / 2;
  if (keep == 0) {
    free(b->p);
    b->p = NULL;
    b->cap = 0;
  }
  uint8_t *p = bytes > SIZE_MAX / 2 ? NULL : realloc(b->p, cap);
  if (!p)
    return mc_fail(s, MC_NOMEM, MC_T_FILE, bytes, -1);
  b->p = p;
  b->cap = cap;
  return 1;
}

static int read_at(mc_scan *s, uint8_t *to, uint64_t len, uint64_t off, uint32_t table)
{
  while (len) {
    ssize_t got = pread(s->fd, to, len, (off_t)off);
    if (got < 0) {
      if (errno == EINTR)
        continue;
      s->err.sys_errno = s->err.status ? s->err.sys_errno : errno;
      return mc_fail(s, MC_IO, table, off, -1);
    }
    if (got == 0)
      return mc_fail(s, MC_CHANGED, table, off, -1);
    to += got;
    len -= (uint64_t)got;
    off += (uint64_t)got;
  }
  return 1;
}

static int fill(mc_scan *s, mc_window *w, uint64_t off, uint64_t len, uint32_t table)
{
  w->len = 0;
  if (!mc_room(s, &w->buf, len, 0) || !read_at(s, w->buf.p, len, off, table))
    return 0;
  w->off = off;
  w->len = len;
  return 1;
}

/* The size of the file, and its first bytes. */
int mc_open(mc_scan *s)
{
  if (s->fd < 0)
    return 1;
  struct stat st;
  int bad = fstat(s->fd, &st) != 0 ? errno : S_ISREG(st.st_mode) ? 0 : S_ISDIR(st.st_mode) ? EISDIR : ESPIPE;
  if (bad) {
    s->err.sys_errno = bad;
    return mc_fail(s, MC_IO, MC_T_FILE, 0, -1);
  }
  s->file_size = (uint64_t)st.st_size;
  s->windows = 1;
  return fill(s, &s->scr->win[0], 0, s->file_size < MC_HEAD ? s->file_size : MC_HEAD, MC_T_FILE);
}

static mc_view in_window(const mc_window *w, uint64_t off, uint64_t len)
{
  mc_view v = {w->buf.p, w->len};
  return off < w->off ? (mc_view){NULL, 0} : mc_sub(v, off - w->off, len);
}

static mc_view in_span(const mc_scan *s, uint64_t off, uint64_t len)
{
  mc_view v = {s->span.block, s->span.at + s->span.len};
  return off < s->span.off ? (mc_view){NULL, 0} : mc_sub(v, s->span.at + (off - s->span.off), len);
}

static mc_view held(const mc_scan *s, uint64_t off, uint64_t len)
{
  mc_view v = in_span(s, off, len);
  if (v.p)
    return v;
  if (s->fd < 0)
    return mc_sub(s->bytes, off, len);
  for (uint32_t i = s->windows; i-- && !v.p;)
    v = in_window(&s->scr->win[i], off, len);
  return v;
}

static int readable(mc_scan *s, uint64_t off, uint64_t len, uint32_t table)
{
  if (s->err.status)
    return 0;
  if (!mc_fits(s->file_size, off, len))
    return mc_fail(s, MC_TRUNCATED, table, off, -1);
  if (len > s->lim->block_bytes)
    return mc_fail(s, MC_LIMIT, table, len, -1);
  return 1;
}

/* Bytes that stay until the end of the scan.  An empty view: the error is set. */
mc_view mc_keep(mc_scan *s, uint64_t off, uint64_t len, uint32_t table)
{
  static const uint8_t nothing[1];
  mc_view none = {NULL, 0}, empty = {nothing, 0};
  if (!readable(s, off, len, table))
    return none;
  if (len == 0)
    return empty;
  mc_view v = held(s, off, len);
  if (v.p)
    return v;
  /* a scan keeps fewer tables than there are windows */
  MC_ASSERT(s->windows < MC_WINDOWS);
  mc_window *w = &s->scr->win[s->windows];
  if (!fill(s, w, off, len, table))
    return none;
  s->windows++;
  return in_window(w, off, len);
}

/* Bytes that stay until the next mc_peek; len is at most MC_CHUNK. */
mc_view mc_peek(mc_scan *s, uint64_t off, uint64_t len, uint32_t table)
{
  mc_view none = {NULL, 0};
  MC_ASSERT(len <= MC_CHUNK);
  if (!readable(s, off, len, table))
    return none;
  mc_view v = held(s, off, len);
  if (!v.p && s->fd >= 0)
    v = in_window(&s->scr->peek, off, len);
  if (v.p)
    return v;
  uint64_t ahead = len < 4096 ? 4096 : len;   /* small rows come one after the other */
  if (!mc_fits(s->file_size, off, ahead))
    ahead = s->file_size - off;
  if (!fill(s, &s->scr->peek, off, ahead, table))
    return none;
  return in_window(&s->scr->peek, off, len);
}

/* Brings [off, end) in with one read.  Only before anything of the first window is kept: it may move. */
int mc_prefetch(mc_scan *s, uint64_t off, uint64_t end)
{
  mc_window *head = &s->scr->win[0];
  if (s->fd < 0 || end > s->file_size || end - off > s->lim->block_bytes)
    return 1;   /* reading the tables one by one will say what is wrong */
  if (off > head->len + MC_GAP)
    return mc_keep(s, off, end - off, MC_T_FILE).p != NULL;
  if (end <= head->len)
    return 1;
  if (!mc_room(s, &head->buf, end, head->len)
      || !read_at(s, head->buf.p + head->len, end - head->len, head->len, MC_T_FILE))
    return 0;
  head->len = end;
  return 1;
}

/* Brings [off, end) in with one read, to where the image will have it. */
int mc_read_span(mc_scan *s, uint64_t off, uint64_t end)
{
  mc_window *head = &s->scr->win[0];
  mc_view first = {s->fd < 0 ? s->bytes.p : head->buf.p, s->fd < 0 ? s->bytes.n : head->len};
  mc_span span = {NULL, 0, sizeof(mc_image) + (off & 7), off, end - off};
  if (end > s->file_size || span.len > s->lim->block_bytes)
    return 1;   /* as for mc_prefetch */
  span.cap = span.at + span.len + span.len / 8 + 2048;   /* with room for what is decoded */
  span.block = malloc(span.cap);
  if (!span.block)
    return mc_fail(s, MC_NOMEM, MC_T_FILE, span.cap, -1);
  memset(span.block, 0, span.at);
  memset(span.block + span.at + span.len, 0, 8);   /* what rounds the last table up is zero too */
  s->span = span;
  uint64_t have = off >= first.n ? 0 : first.n - off < span.len ? first.n - off : span.len;
  if (have)
    memcpy(span.block + span.at, mc_sub(first, off, have).p, have);
  return have == span.len || read_at(s, span.block + span.at + have, span.len - have, off + have, MC_T_FILE);
}

/* Frees every buffer of more than `above` bytes. */
static void release(mc_scratch *r, size_t above)
{
  mc_buf *all[] = {&r->peek.buf, &r->loads, &r->needed, &r->used, &r->verneed, &r->verdef, &r->odd, &r->odd_hash,
                   &r->relocs};
  size_t own = sizeof all / sizeof *all;
  for (size_t i = 0; i < own + MC_WINDOWS; i++) {
    mc_buf *b = i < own ? all[i] : &r->win[i - own].buf;
    if (b->cap > above) {
      free(b->p);
      b->p = NULL;
      b->cap = 0;
    }
  }
}

void mc_scratch_trim(mc_scratch *r)
{
  release(r, MC_KEPT_BYTES);
}

mc_scratch *mc_scratch_new(void)
{
  return calloc(1, sizeof(mc_scratch));
}

void mc_scratch_free(mc_scratch *r)
{
  if (!r)
    return;
  release(r, 0);
  free(r);
}
