"""What the Python peers do to answer the same question: which undefined names
a file wants, and of which versions.

``python peers_cli.py lief|pyelftools LIST``; each is limited to what the question needs.
"""

from __future__ import annotations

import sys
from pathlib import Path


def with_lief(paths: list[str]) -> int:
    """LIEF, told to parse dynamic symbols, versions and relocations only."""
    import lief

    lief.logging.disable()
    config = lief.ELF.ParserConfig()
    config.parse_symtab_symbols = False
    config.parse_notes = False
    config.parse_overlay = False
    wanted = 0
    for path in paths:
        binary = lief.ELF.parse(path, config)
        if binary is None:
            continue
        used = {r.symbol.name for r in binary.dynamic_relocations if r.has_symbol}
        used |= {r.symbol.name for r in binary.pltgot_relocations if r.has_symbol}
        for symbol in binary.dynamic_symbols:
            if symbol.shndx == 0 and symbol.name in used:
                wanted += 1
                _ = str(symbol.symbol_version) if symbol.has_version else ""
    return wanted


def with_pyelftools(paths: list[str]) -> int:
    """pyelftools through the dynamic segment, versions from their sections."""
    from elftools.common.exceptions import ELFError
    from elftools.elf.dynamic import DynamicSegment
    from elftools.elf.elffile import ELFFile
    from elftools.elf.gnuversions import GNUVerSymSection

    wanted = 0
    for path in paths:
        with open(path, "rb") as file:
            try:
                elf = ELFFile(file)
            except ELFError:
                continue
            for segment in elf.iter_segments():
                if not isinstance(segment, DynamicSegment):
                    continue
                used = {
                    relocation["r_info_sym"]
                    for table in segment.get_relocation_tables().values()
                    if hasattr(table, "iter_relocations")
                    for relocation in table.iter_relocations()
                    if "r_info_sym" in relocation.entry
                }
                versions = elf.get_section_by_name(".gnu.version")
                for index, symbol in enumerate(segment.iter_symbols()):
                    if symbol["st_shndx"] == "SHN_UNDEF" and index in used:
                        wanted += 1
                        if isinstance(versions, GNUVerSymSection):
                            _ = versions.get_symbol(index)["ndx"]
    return wanted


if __name__ == "__main__":
    peer, listing = sys.argv[1:]
    given = Path(listing).read_text(encoding="utf-8").splitlines()
    print({"lief": with_lief, "pyelftools": with_pyelftools}[peer](given))
