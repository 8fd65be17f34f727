package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.XMLConstants;
import org.junit.jupiter.api.Test;

class MemoryAccessTest {

    @Test
    void isOpenWhereTheVirtualMachineWasToldSo() {
        assertThat(MemoryAccess.isOpen()).isTrue();
        assertThat(MemoryAccess.isOpenTo(XMLConstants.class.getModule())).isFalse();
    }
}
