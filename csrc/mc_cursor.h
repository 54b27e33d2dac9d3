/* mc_cursor.h - how the core touches input bytes.
 *
 * The place for pointer arithmetic on input: beside it only loops that look at many bytes at once step by pointers, over
 * what a view vouched for.  A view is a run of bytes that is known to be there; a row of a view is checked once for the
 * whole table (mc_rows) and then read with no further test, which a build with MC_CHECKED proves by trapping on any read
 * outside. */
#ifndef MC_CURSOR_H
#define MC_CURSOR_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define MC_INLINE static inline __attribute__((always_inline))
#define MC_LIKELY(x) __builtin_expect(!!(x), 1)
#define MC_UNLIKELY(x) __builtin_expect(!!(x), 0)

#ifdef MC_CHECKED
#define MC_ASSERT(x) do { if (!(x)) __builtin_trap(); } while (0)
#else
#define MC_ASSERT(x) ((void)0)
#endif

typedef struct {
  const uint8_t *p;
  uint64_t n;
} mc_view;

/* Does [off, off+len) lie inside n bytes?  Written so that no sum can wrap. */
MC_INLINE int mc_fits(uint64_t n, uint64_t off, uint64_t len)
{
  return off <= n && len <= n - off;
}

/* 0 when a + b does not fit in 64 bits. */
MC_INLINE int mc_add(uint64_t a, uint64_t b, uint64_t *sum)
{
  return !__builtin_add_overflow(a, b, sum);
}

/* The bytes [off, off+len) of a view, or an empty view. */
MC_INLINE mc_view mc_sub(mc_view v, uint64_t off, uint64_t len)
{
  mc_view s = {NULL, 0};
  if (v.p && mc_fits(v.n, off, len)) {
    s.p = v.p + off;
    s.n = len;
  }
  return s;
}

/* The n bytes from off on, to be read without a look at the view's end: where they are not all there, the copy
 * in pad (n bytes), filled up with zeros. */
MC_INLINE mc_view mc_padded(mc_view v, uint64_t off, uint8_t *pad, uint64_t n)
{
  if (MC_LIKELY(mc_fits(v.n, off, n)))
    return (mc_view){v.p + off, n};
  memset(pad, 0, (size_t)n);
  if (v.p && off < v.n)
    memcpy(pad, v.p + off, (size_t)(v.n - off));
  return (mc_view){pad, n};
}

/* Does a view lie in [from, from + n) of a block?  Then *at is where it starts. */
MC_INLINE int mc_inside(const uint8_t *block, uint64_t from, uint64_t n, mc_view v, uint64_t *at)
{
  uintptr_t base = (uintptr_t)block, p = (uintptr_t)v.p;
  if (!block || !v.p || p < base || !mc_fits(from + n, p - base, v.n) || p - base < from)
    return 0;
  *at = p - base;
  return 1;
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define MC_HOST_BIG 0
#else
#define MC_HOST_BIG 1
#endif

/* Loads: off + width must lie in the view, which the caller has made sure of. */
MC_INLINE uint8_t mc_ld8(mc_view v, uint64_t off)
{
  MC_ASSERT(mc_fits(v.n, off, 1));
  return v.p[off];
}
MC_INLINE uint16_t mc_ld16(mc_view v, uint64_t off, int big)
{
  uint16_t x;
  MC_ASSERT(mc_fits(v.n, off, 2));
  memcpy(&x, v.p + off, sizeof x);
  return big == MC_HOST_BIG ? x : __builtin_bswap16(x);
}
MC_INLINE uint32_t mc_ld32(mc_view v, uint64_t off, int big)
{
  uint32_t x;
  MC_ASSERT(mc_fits(v.n, off, 4));
  memcpy(&x, v.p + off, sizeof x);
  return big == MC_HOST_BIG ? x : __builtin_bswap32(x);
}
MC_INLINE uint64_t mc_ld64(mc_view v, uint64_t off, int big)
{
  uint64_t x;
  MC_ASSERT(mc_fits(v.n, off, 8));
  memcpy(&x, v.p + off, sizeof x);
  return big == MC_HOST_BIG ? x : __builtin_bswap64(x);
}
/* A word of the file's class. */
MC_INLINE uint64_t mc_ldw(mc_view v, uint64_t off, int is64, int big)
{
  return is64 ? mc_ld64(v, off, big) : mc_ld32(v, off, big);
}

/* One past the last NUL of a view, 0 when it has none: strings that start below it end inside. */
MC_INLINE uint64_t mc_text_end(mc_view v)
{
  uint64_t n = v.n;
  while (n && v.p[n - 1])
    n--;
  return n;
}

/* The first symbol at or after i that a relocation uses, or n: most are used by none. */
MC_INLINE uint32_t mc_skip_unused(const uint16_t *used, uint32_t i, uint32_t n)
{
  if (i >= n || used[i])
    return i;
  for (uint64_t w[2]; n - i >= 8; i += 8) {
    memcpy(w, used + i, sizeof w);
    if (w[0] | w[1])
      break;
  }
  while (i < n && !used[i])
    i++;
  return i;
}

/* Bytes of a word of DT_HASH: 8 in the psABIs of Alpha and of 64-bit s390, else 4. */
enum { MC_EM_S390 = 22, MC_EM_ALPHA = 0x9026 };
MC_INLINE uint32_t mc_hash_word(uint16_t machine, int is64)
{
  return is64 && (machine == MC_EM_S390 || machine == MC_EM_ALPHA) ? 8 : 4;
}

/* A symbol table row, raw: where each field is in either class. */
enum { MC_SYM32 = 16, MC_SYM64 = 24 };
MC_INLINE uint32_t mc_sym_name(mc_view v, uint64_t row, int big)
{
  return mc_ld32(v, row, big);
}
MC_INLINE uint8_t mc_sym_info(mc_view v, uint64_t row, int is64)
{
  return mc_ld8(v, row + (is64 ? 4 : 12));
}
MC_INLINE uint8_t mc_sym_other(mc_view v, uint64_t row, int is64)
{
  return mc_ld8(v, row + (is64 ? 5 : 13));
}
MC_INLINE uint16_t mc_sym_shndx(mc_view v, uint64_t row, int is64, int big)
{
  return mc_ld16(v, row + (is64 ? 6 : 14), big);
}

#endif
