package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.agrona.UnsafeApi;
import org.junit.jupiter.api.Test;

class RowArenaTest {

    private static final int[] BORDERS = {
        8, 9, 16, 504, 505, 511, 512, 513, 1023, 1024, 1025, 4087, 4088, 4089, 4096, 4097, 70_000, 5_000_000
    };

    private final RowArena arena = new RowArena();

    private record Block(long address, int bytes, byte mark) {}

    private void fill(Block block) {
        UnsafeApi.setMemory(block.address(), block.bytes(), block.mark());
    }

    private boolean isIntact(Block block) {
        for (int i = 0; i < block.bytes(); i++) {
            if (UnsafeApi.getByte(block.address() + i) != block.mark()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void givesBlocksThatDoNotOverlapWhateverIsReleasedBetween() {
        SplittableRandom random = new SplittableRandom(3);
        List<Block> live = new ArrayList<>();

        for (int step = 0; step < 20_000; step++) {
            if (live.isEmpty() || random.nextInt(5) < (step < 10_000 ? 3 : 2)) {
                int bytes = random.nextInt(20) == 0 ? BORDERS[random.nextInt(11)] : random.nextInt(8, 700);
                Block block = new Block(arena.allocate(bytes), bytes, (byte) step);
                fill(block);
                live.add(block);
            } else {
                Block block = live.remove(random.nextInt(live.size()));
                assertThat(isIntact(block)).isTrue();
                arena.release(block.address(), block.bytes());
            }
        }

        assertThat(live).allMatch(this::isIntact);
        assertThat(overlapping(live)).isEmpty();
    }

    private static List<Block> overlapping(List<Block> blocks) {
        Map<Long, Block> byAddress = new TreeMap<>();
        blocks.forEach(block -> byAddress.put(block.address(), block));
        List<Block> bad = new ArrayList<>();
        long end = 0;
        for (Block block : byAddress.values()) {
            if (block.address() < end) {
                bad.add(block);
            }
            end = block.address() + block.bytes();
        }
        return bad;
    }

    @Test
    void givesBlocksOfEachSizeAroundTheBordersOfItsClasses() {
        List<Block> blocks = new ArrayList<>();

        for (int bytes : BORDERS) {
            for (int i = 0; i < 2; i++) {
                Block block = new Block(arena.allocate(bytes), bytes, (byte) (blocks.size() + 1));
                fill(block);
                blocks.add(block);
            }
        }

        assertThat(blocks).allMatch(this::isIntact);
        assertThat(blocks).allMatch(block -> block.address() != RowArena.NONE && block.address() % 8 == 0);
    }

    @Test
    void usesAReleasedBlockAgainForTheSameSizeAndNoOther() {
        for (int bytes : BORDERS) {
            long first = arena.allocate(bytes);
            arena.release(first, bytes);

            assertThat(arena.allocate(bytes * 2 + 8)).isNotEqualTo(first);
            assertThat(arena.allocate(bytes)).isEqualTo(first);
        }
    }

    @Test
    void takesNoMoreMemoryForBlocksThatComeAndGo() {
        for (int i = 0; i < 100; i++) {
            arena.allocate(48);
        }
        long bytes = arena.bytes();

        for (int i = 0; i < 100_000; i++) {
            int size = 8 + i % 40 * 8;
            arena.release(arena.allocate(size), size);
        }

        assertThat(arena.bytes()).isLessThan(bytes + 40_000);
    }

    @Test
    void takesNoMemoryBeforeTheFirstBlock() {
        assertThat(arena.bytes()).isZero();
    }
}
