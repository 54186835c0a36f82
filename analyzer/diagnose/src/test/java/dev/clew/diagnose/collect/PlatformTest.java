package dev.clew.diagnose.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "v1.29.3-eks-adc7111, Bottlerocket OS 1.20.0 (aws-k8s-1.29), aws:///eu/i-1, ip-10-0-0-1, EKS, bottlerocket",
        "v1.29.4-gke.1043002, Container-Optimized OS from Google, gce://p/z/n, gke-a-b-1, GKE, cos",
        "v1.30.1+k3s1, Ubuntu 22.04.4 LTS, k3s://a, a, k3s, ubuntu",
        "v1.30.1+rke2r1, Ubuntu 22.04.4 LTS, rke2://a, a, RKE2, ubuntu",
        "v1.27.10, Red Hat Enterprise Linux CoreOS 414.92, '', a, OpenShift, rhcos",
        "v1.30.0, Talos (v1.7.0), '', a, Talos, talos",
        "v1.30.0, Ubuntu 22.04.4 LTS, azure:///subscriptions/0/vmss, aks-pool1-12345678-vmss000000, AKS, ubuntu",
        "v1.30.0, Debian GNU/Linux 12 (bookworm), kind://docker/kind/kind-worker, kind-worker, kind, debian",
        "v1.30.0, Ubuntu 22.04.4 LTS, '', worker-1, '', ubuntu",
    })
    void aNodeTellsItsPlatform(
            String kubelet,
            String os,
            String provider,
            String name,
            String platform,
            String system) {
        LogRecord node =
                LogRecord.of(RecordKind.NODE, new Origin("nodes", 1), "")
                        .field("kubelet", kubelet)
                        .field("os", os)
                        .field("providerID", provider)
                        .field("name", name)
                        .build();
        assertThat(Platform.of(node).orElse("")).isEqualTo(platform);
        assertThat(Platform.system(node)).contains(system);
    }
}
