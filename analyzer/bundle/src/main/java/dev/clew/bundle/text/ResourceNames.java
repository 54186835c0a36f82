package dev.clew.bundle.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What people call the kinds of objects on a command line and in front of a name: `po`, `pods`,
/// `certificates.cert-manager.io`.
final class ResourceNames {

    /// A kind, and its short names; singular and plural go without saying.
    private static final String[] KINDS = {
        "Pod po",
        "Node no",
        "Event ev",
        "PersistentVolumeClaim pvc",
        "PersistentVolume pv",
        "Service svc",
        "Endpoints ep endpoints",
        "EndpointSlice",
        "Deployment deploy",
        "DaemonSet ds",
        "ReplicaSet rs",
        "ReplicationController rc",
        "StatefulSet sts",
        "Job",
        "CronJob cj",
        "Namespace ns",
        "HorizontalPodAutoscaler hpa",
        "VerticalPodAutoscaler vpa",
        "PodDisruptionBudget pdb",
        "CertificateSigningRequest csr",
        "APIService",
        "ComponentStatus cs",
        "ConfigMap cm",
        "Secret",
        "ServiceAccount sa",
        "ResourceQuota quota",
        "LimitRange limits",
        "StorageClass sc",
        "VolumeAttachment",
        "VolumeSnapshot vs",
        "VolumeSnapshotContent vsc",
        "NetworkPolicy netpol",
        "Ingress ing",
        "IngressClass",
        "GatewayClass gc",
        "Gateway gtw",
        "HTTPRoute",
        "GRPCRoute",
        "TLSRoute",
        "CustomResourceDefinition crd",
        "PriorityClass pc",
        "Lease",
        "Certificate cert",
        "CertificateRequest cr",
        "Issuer",
        "ClusterIssuer",
        "Challenge",
        "Order",
        "ExternalSecret es",
        "SecretStore ss",
        "ClusterSecretStore css",
        "SealedSecret",
        "Kustomization ks",
        "HelmRelease hr",
        "HelmChart hc",
        "HelmRepository helmrepo",
        "GitRepository gitrepo",
        "OCIRepository ocirepo",
        "Application app",
        "ApplicationSet appset",
        "Machine ma",
        "MachineDeployment md",
        "MachineSet ms",
        "MachineConfigPool mcp",
        "NodeClaim",
        "NodePool",
        "ClusterOperator co",
        "ClusterVersion",
        "ScaledObject so",
        "ServiceMonitor smon",
        "Prometheus prom",
        "CiliumEndpoint cep ciliumep",
        "CiliumNode cn ciliumn",
        "CiliumIdentity ciliumid",
        "CiliumNetworkPolicy cnp ciliumnp",
        "CiliumClusterwideNetworkPolicy ccnp",
        "CiliumLoadBalancerIPPool ippools lbippool",
        "CiliumL2AnnouncementPolicy l2announcement",
        "CiliumBGPClusterConfig cbgpcluster",
        "CiliumEgressGatewayPolicy cegp"
    };

    private static final Map<String, String> BY_NAME = byName();

    private ResourceNames() {}

    /// The kind that is called so, or empty. A group that follows the name is not looked at.
    static String kind(String word) {
        int dot = word.indexOf('.');
        return BY_NAME.getOrDefault(
                (dot < 0 ? word : word.substring(0, dot)).toLowerCase(Locale.ROOT), "");
    }

    private static Map<String, String> byName() {
        Map<String, String> byName = new HashMap<>();
        for (String line : KINDS) {
            String[] words = line.split(" ", -1);
            String singular = words[0].toLowerCase(Locale.ROOT);
            byName.put(singular, words[0]);
            byName.put(plural(singular), words[0]);
            for (int i = 1; i < words.length; i++) {
                byName.put(words[i], words[0]);
            }
        }
        return Map.copyOf(byName);
    }

    private static String plural(String singular) {
        if (singular.endsWith("y") && !singular.endsWith("ay")) {
            return singular.substring(0, singular.length() - 1) + "ies";
        }
        return singular.endsWith("s") ? singular + "es" : singular + "s";
    }
}
