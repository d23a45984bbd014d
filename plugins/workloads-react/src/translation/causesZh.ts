import { TranslationOf } from './flattenMessages';
import { causesMessages } from './causes';

/** Chinese. */
export const causesMessagesZh: TranslationOf<typeof causesMessages> = {
  addressInvalid:
    '“{{url}}”不是有效的 URL；请把其 kubernetes 条目的 url 设为类似 https://host:6443 的地址',
  addressNeedsTls: '该端口使用 TLS；请在其条目的 url 中写 https://',
  addressNotHttp: '{{url}} 的应答不是 HTTP；如果是 TLS 端口，请写 https://',
  addressRedirects:
    '其 url 的应答是重定向（{{status}}）；请把其 kubernetes 条目的 url 设为 API 服务器本身',
  addressUnknown:
    '{{url}} 的主机名无法解析；请检查其 kubernetes 条目的 url 和 DNS',
  addressWebPage:
    '其 url 的应答是一个网页；可能途中有登录页，或者其 kubernetes 条目的 url 不是 API 服务器',
  behind: '{{resource}} 的数据可能已过期',
  firstReading: '首次读取中',
  notReady: '集群表示尚未就绪（{{status}}）',
  credentialFailed:
    '“{{provider}}”没有给出凭据：{{text}}；请检查门户进程在该云上的权限，或设置 {{key}}',
  credentialFile: '无法读取令牌文件 {{path}}；请检查 {{key}}',
  credentialNone:
    '其 kubernetes 条目缺少 serviceAccountToken：门户不在集群内运行，没有自己的账号',
  credentialPerson:
    '需要 {{key}}：“{{provider}}”为每个人单独登录，门户本身没有凭据',
  credentialProvider: '需要 {{key}}：这里没有任何组件支持以“{{provider}}”登录',
  credentialRefused:
    '集群拒绝了门户的凭据（401）；令牌错误或已过期，请设置新的 serviceAccountToken',
  networkBroken: '与 {{url}} 的连接中断，正在重试',
  nobodyListens:
    '{{url}} 没有服务在监听；请检查其 kubernetes 条目的 url，并确认 API 服务器正在运行',
  noRoute: '没有通往 {{url}} 的网络路径；请检查网络和其 kubernetes 条目的 url',
  networkSilent: '{{url}} 没有应答；请检查门户能否通过网络访问它',
  networkSlow: '{{url}} 在 {{seconds}} 秒内没有应答',
  rightsMissing:
    '门户的凭据不能 {{verbs}} {{resource}}；依赖它们的内容不会显示',
  rightsNone: '门户的凭据不能读取此处显示的任何一类对象',
  rightsSome: '门户的凭据不能读取 {{resources}}，此处缺少这些内容',
  rightsUntold: '集群没有说明门户的凭据可以做什么',
  tlsCaFile: '无法读取 CA 文件 {{path}}；请检查其 kubernetes 条目的 caFile',
  tlsExpired: '{{url}} 的证书已过期；请在 API 服务器上更新证书',
  tlsNotSpoken: '{{url}} 不使用 TLS；请检查端口，如果本应是明文，请写 http://',
  tlsNotYetValid: '{{url}} 的证书尚未生效；请对比门户与 API 服务器的时钟',
  tlsOtherHost:
    '{{url}} 的证书是为其他主机签发的；请在 url 中使用证书上的主机名',
  tlsPlain: '其 url 是明文 http：途中任何人都能读到令牌',
  tlsUntrusted:
    '{{url}} 的证书不受信任；请把其 kubernetes 条目的 caData 或 caFile 设为签发它的 CA',
  tlsUnverified: '已设置 skipTLSVerify：途中任何人都能冒充集群并读到令牌',
  tokenExpired:
    '令牌已于 {{time}} 过期；请设置新的 serviceAccountToken，或通过 {{key}} 指定会自动更新的文件',
  tokenExpires:
    '令牌将于 {{time}} 过期；请设置新的 serviceAccountToken，或通过 {{key}} 指定会自动更新的文件',
};
