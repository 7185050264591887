<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start a new plan</source>
        <translation>新建一个方案</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a plan file</source>
        <translation>打开方案文件</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the plan under another name</source>
        <translation>以另一个名称保存方案</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export the figure as a picture</source>
        <translation>把图导出为图片</translation>
    </message>
    <message>
        <source>&amp;Copy as image</source>
        <translation>复制为图片(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the figure to the clipboard</source>
        <translation>把图复制到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window and leave</source>
        <translation>关闭窗口并退出</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>重做刚撤销的更改</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Play the schedule through time</source>
        <translation>沿时间播放调度过程</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>到起点(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the start of the iteration</source>
        <translation>转到本次迭代的起点</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>到终点(&amp;E)</translation>
    </message>
    <message>
        <source>Go to the end of the iteration</source>
        <translation>转到本次迭代的终点</translation>
    </message>
    <message>
        <source>&amp;Fit the chart</source>
        <translation>适应图表(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole iteration</source>
        <translation>显示整个迭代</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show less time, larger</source>
        <translation>显示较短的时间，放得更大</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show more time, smaller</source>
        <translation>显示更长的时间，缩得更小</translation>
    </message>
    <message>
        <source>Fill the whole screen</source>
        <translation>占满整个屏幕</translation>
    </message>
    <message>
        <source>Switch light and &amp;dark</source>
        <translation>切换浅色与深色(&amp;D)</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>在浅色与深色之间切换</translation>
    </message>
    <message>
        <source>Switch &amp;language</source>
        <translation>切换语言(&amp;L)</translation>
    </message>
    <message>
        <source>Switch between English and Chinese</source>
        <translation>在英文与中文之间切换</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show every shortcut</source>
        <translation>显示全部快捷键</translation>
    </message>
    <message>
        <source>&amp;About PipeGantt</source>
        <translation>关于 PipeGantt(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence and sources</source>
        <translation>版本、许可证与来源</translation>
    </message>
    <message>
        <source>Take playhead and card away</source>
        <translation>移除播放位置与说明卡片</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Schedules…</source>
        <translation>调度(&amp;S)…</translation>
    </message>
    <message>
        <source>Browse the schedules and choose another one</source>
        <translation>浏览各种调度并选用</translation>
    </message>
    <message>
        <source>&amp;Comparison…</source>
        <translation>比较(&amp;C)…</translation>
    </message>
    <message>
        <source>Compare all schedules at this plan in a table</source>
        <translation>以表格比较当前方案下的所有调度</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Import schedule CSV…</source>
        <translation>导入调度 CSV(&amp;I)…</translation>
    </message>
    <message>
        <source>Start from an order in PyTorch&apos;s format</source>
        <translation>从 PyTorch 格式的顺序开始</translation>
    </message>
    <message>
        <source>&amp;Edit this order</source>
        <translation>编辑此顺序(&amp;E)</translation>
    </message>
    <message>
        <source>Make the order on screen one of your own, whose passes can be dragged</source>
        <translation>把屏幕上的顺序变成自己的顺序，其中的操作可以拖动</translation>
    </message>
    <message>
        <source>Move pass ea&amp;rlier</source>
        <translation>操作前移(&amp;R)</translation>
    </message>
    <message>
        <source>Move the selected pass before the one before it</source>
        <translation>把选中的操作移到前一个操作之前</translation>
    </message>
    <message>
        <source>Move pass &amp;later</source>
        <translation>操作后移(&amp;L)</translation>
    </message>
    <message>
        <source>Move the selected pass behind the one after it</source>
        <translation>把选中的操作移到后一个操作之后</translation>
    </message>
    <message>
        <source>Move stage u&amp;p</source>
        <translation>阶段上移(&amp;P)</translation>
    </message>
    <message>
        <source>Move the selected pass to the device above, with its stage</source>
        <translation>把选中的操作连同其阶段移到上面的设备</translation>
    </message>
    <message>
        <source>Move stage &amp;down</source>
        <translation>阶段下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move the selected pass to the device below, with its stage</source>
        <translation>把选中的操作连同其阶段移到下面的设备</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>左移(&amp;L)</translation>
    </message>
    <message>
        <source>Show earlier time</source>
        <translation>显示更早的时间</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>右移(&amp;R)</translation>
    </message>
    <message>
        <source>Show later time</source>
        <translation>显示更晚的时间</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>尚未做任何更改</translation>
    </message>
    <message>
        <source>Nothing has been taken back</source>
        <translation>没有已撤销的更改</translation>
    </message>
    <message>
        <source>The order is one of your own already</source>
        <translation>当前顺序已经是您自己的</translation>
    </message>
    <message>
        <source>The order is a schedule&apos;s own; Edit this order first</source>
        <translation>当前顺序由调度决定；请先“编辑此顺序”</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>加快(&amp;T)</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>放慢(&amp;L)</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>放慢播放</translation>
    </message>
    <message>
        <source>&amp;Next operation</source>
        <translation>下一个操作(&amp;N)</translation>
    </message>
    <message>
        <source>Explain the next operation of the device</source>
        <translation>说明该设备的下一个操作</translation>
    </message>
    <message>
        <source>&amp;Previous operation</source>
        <translation>上一个操作(&amp;P)</translation>
    </message>
    <message>
        <source>Explain the operation before on the device</source>
        <translation>说明该设备的上一个操作</translation>
    </message>
    <message>
        <source>Device &amp;above</source>
        <translation>上方设备(&amp;A)</translation>
    </message>
    <message>
        <source>Explain what the device above does then</source>
        <translation>说明上方设备此时在做什么</translation>
    </message>
    <message>
        <source>Device &amp;below</source>
        <translation>下方设备(&amp;B)</translation>
    </message>
    <message>
        <source>Explain what the device below does then</source>
        <translation>说明下方设备此时在做什么</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Comm&amp;and palette…</source>
        <translation>命令面板(&amp;A)…</translation>
    </message>
    <message>
        <source>Find anything by a few letters, and do it</source>
        <translation>输入几个字母即可查找并执行任何命令</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>缩放到选区(&amp;S)</translation>
    </message>
    <message>
        <source>Show what is selected as large as it can be</source>
        <translation>尽可能大地显示选中的内容</translation>
    </message>
    <message>
        <source>A&amp;ll</source>
        <translation>全选(&amp;L)</translation>
    </message>
    <message>
        <source>Select all time and all rows</source>
        <translation>选中全部时间和全部行</translation>
    </message>
    <message>
        <source>Extend to &amp;later</source>
        <translation>向后扩展(&amp;L)</translation>
    </message>
    <message>
        <source>Extend the selected box to the next edge of a bar</source>
        <translation>将选框扩展到下一个条的边缘</translation>
    </message>
    <message>
        <source>Extend to &amp;earlier</source>
        <translation>向前扩展(&amp;E)</translation>
    </message>
    <message>
        <source>Extend the selected box to the edge of a bar before</source>
        <translation>将选框扩展到前一个条的边缘</translation>
    </message>
    <message>
        <source>Extend &amp;up</source>
        <translation>向上扩展(&amp;U)</translation>
    </message>
    <message>
        <source>Extend the selected box to the row above</source>
        <translation>将选框扩展到上一行</translation>
    </message>
    <message>
        <source>Extend &amp;down</source>
        <translation>向下扩展(&amp;D)</translation>
    </message>
    <message>
        <source>Extend the selected box to the row below</source>
        <translation>将选框扩展到下一行</translation>
    </message>
    <message>
        <source>&amp;Measure from here</source>
        <translation>从此处测量(&amp;M)</translation>
    </message>
    <message>
        <source>Set a cursor at the edge of a bar, then another; what lies between them is said</source>
        <translation>在条的边缘放置一个光标，再放另一个；显示两者之间的时间和操作</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>对比(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pin as baseline</source>
        <translation>固定为基线(&amp;P)</translation>
    </message>
    <message>
        <source>Keep this plan beside the one that you change</source>
        <translation>保留此方案，与正在修改的方案并列</translation>
    </message>
    <message>
        <source>Add &amp;files to compare…</source>
        <translation>添加文件进行对比(&amp;F)…</translation>
    </message>
    <message>
        <source>Pin plans from files beside this one</source>
        <translation>把文件中的方案固定在此方案旁</translation>
    </message>
    <message>
        <source>Add a &amp;schedule to compare…</source>
        <translation>添加调度进行对比(&amp;S)…</translation>
    </message>
    <message>
        <source>Pin another schedule of this plan beside it</source>
        <translation>把此方案的另一种调度固定在旁边</translation>
    </message>
    <message>
        <source>S&amp;wap with the baseline</source>
        <translation>与基线互换(&amp;W)</translation>
    </message>
    <message>
        <source>Make the baseline the current plan, and this one the baseline</source>
        <translation>让基线成为当前方案，当前方案成为基线</translation>
    </message>
    <message>
        <source>&amp;Unpin all</source>
        <translation>全部取消固定(&amp;U)</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束对比</translation>
    </message>
    <message>
        <source>S&amp;tacked</source>
        <translation>上下排列(&amp;T)</translation>
    </message>
    <message>
        <source>Show the plans one over the other</source>
        <translation>上下排列显示各方案</translation>
    </message>
    <message>
        <source>&amp;Overlaid</source>
        <translation>交错叠放(&amp;O)</translation>
    </message>
    <message>
        <source>Show the rows of each device under each other, a thin one for each plan</source>
        <translation>每台设备下依次显示各方案的细行</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>划像对比(&amp;W)</translation>
    </message>
    <message>
        <source>Show the baseline left of a line and this plan right of it</source>
        <translation>分界线左侧显示基线，右侧显示此方案</translation>
    </message>
    <message>
        <source>Wipe &amp;left</source>
        <translation>分界线左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move the line of the wipe to the left</source>
        <translation>把分界线向左移动</translation>
    </message>
    <message>
        <source>Wipe &amp;right</source>
        <translation>分界线右移(&amp;R)</translation>
    </message>
    <message>
        <source>Move the line of the wipe to the right</source>
        <translation>把分界线向右移动</translation>
    </message>
    <message>
        <source>&amp;Differences</source>
        <translation>差异(&amp;D)</translation>
    </message>
    <message>
        <source>Show the differences from the baseline, also device by device</source>
        <translation>显示与基线的差异，也逐设备列出</translation>
    </message>
    <message>
        <source>&amp;Copy the differences</source>
        <translation>复制差异(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the differences from the baseline as Markdown and CSV</source>
        <translation>以 Markdown 和 CSV 复制与基线的差异</translation>
    </message>
    <message>
        <source>No plan is pinned yet</source>
        <translation>尚未固定任何方案</translation>
    </message>
    <message>
        <source>The plans are not shown as a wipe</source>
        <translation>当前未以划像方式显示方案</translation>
    </message>
    <message>
        <source>Go a step on in time</source>
        <translation>沿时间前进一步</translation>
    </message>
    <message>
        <source>Go a step back in time</source>
        <translation>沿时间后退一步</translation>
    </message>
    <message>
        <source>Next &amp;micro-batch</source>
        <translation>下一微批次(&amp;M)</translation>
    </message>
    <message>
        <source>Go to where the next micro-batch enters the pipeline or leaves it</source>
        <translation>前进到下一个微批次进入或离开流水线之处</translation>
    </message>
    <message>
        <source>Previous m&amp;icro-batch</source>
        <translation>上一微批次(&amp;I)</translation>
    </message>
    <message>
        <source>Go to where the micro-batch before entered the pipeline or left it</source>
        <translation>后退到上一个微批次进入或离开流水线之处</translation>
    </message>
    <message>
        <source>Next p&amp;hase</source>
        <translation>下一时段(&amp;H)</translation>
    </message>
    <message>
        <source>Go to where the phase ends</source>
        <translation>前进到本时段结束之处</translation>
    </message>
    <message>
        <source>Previous ph&amp;ase</source>
        <translation>上一时段(&amp;A)</translation>
    </message>
    <message>
        <source>Go to where the phase begins</source>
        <translation>后退到本时段开始之处</translation>
    </message>
    <message>
        <source>Colour by &amp;kind of work</source>
        <translation>按工作类型着色(&amp;K)</translation>
    </message>
    <message>
        <source>Forwards and backwards in colours of their own</source>
        <translation>前向与反向各用一种颜色</translation>
    </message>
    <message>
        <source>Colour by &amp;micro-batch</source>
        <translation>按微批次着色(&amp;M)</translation>
    </message>
    <message>
        <source>Each micro-batch in a colour of its own, twelve of them in turn</source>
        <translation>每个微批次一种颜色，十二种轮流使用</translation>
    </message>
    <message>
        <source>Colour by &amp;chunk</source>
        <translation>按分块着色(&amp;C)</translation>
    </message>
    <message>
        <source>The chunks of a device from dark to light</source>
        <translation>同一设备上的分块由深到浅</translation>
    </message>
    <message>
        <source>Colour by &amp;stage</source>
        <translation>按阶段着色(&amp;S)</translation>
    </message>
    <message>
        <source>The stages of the model from dark to light</source>
        <translation>模型的各阶段由深到浅</translation>
    </message>
    <message>
        <source>Colour by cause of i&amp;dle time</source>
        <translation>按空闲原因着色(&amp;D)</translation>
    </message>
    <message>
        <source>Bubbles by what they wait for, all work alike</source>
        <translation>气泡按其等待的原因着色，工作不分颜色</translation>
    </message>
    <message>
        <source>&amp;Next colours</source>
        <translation>下一种着色(&amp;N)</translation>
    </message>
    <message>
        <source>Let the colours tell something else apart</source>
        <translation>让颜色区分另一种内容</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>没有选中任何内容</translation>
    </message>
    <message>
        <source>Not all of the order is drawn; use fewer micro-batches</source>
        <translation>顺序没有全部画出；请减少微批次</translation>
    </message>
    <message>
        <source>What it &amp;waits for</source>
        <translation>它所等待的操作(&amp;W)</translation>
    </message>
    <message>
        <source>Go to the operation whose result the selected one waits for longest</source>
        <translation>转到所选操作等待最久的那个操作</translation>
    </message>
    <message>
        <source>What waits for &amp;it</source>
        <translation>等待它的操作(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the first operation that needs the result of the selected one</source>
        <translation>转到最先需要所选操作结果的操作</translation>
    </message>
    <message>
        <source>Depen&amp;dencies</source>
        <translation>依赖关系(&amp;D)</translation>
    </message>
    <message>
        <source>Draw no dependencies, those of one step, or the whole chain</source>
        <translation>不画依赖、画一步依赖或画出整条因果链</translation>
    </message>
    <message>
        <source>Critical pat&amp;h</source>
        <translation>关键路径(&amp;H)</translation>
    </message>
    <message>
        <source>Outline the operations and messages that the makespan is made of</source>
        <translation>勾出构成总时长的操作和消息</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Search for passes, stages and bubbles</source>
        <translation>搜索操作、级和气泡</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next hit</source>
        <translation>转到下一个结果</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the hit before</source>
        <translation>转到上一个结果</translation>
    </message>
    <message>
        <source>&amp;Copy totals</source>
        <translation>复制汇总(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the totals of the selected box as text and CSV</source>
        <translation>将选框的汇总复制为文本和 CSV</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>Rows are stages: only a device is idle</source>
        <translation>当前每行是一个流水线级：空闲只对设备而言</translation>
    </message>
    <message>
        <source>A row per &amp;device</source>
        <translation>每个设备一行(&amp;D)</translation>
    </message>
    <message>
        <source>Let each row be a device</source>
        <translation>每一行是一个设备</translation>
    </message>
    <message>
        <source>A row per &amp;chunk</source>
        <translation>每个分块一行(&amp;C)</translation>
    </message>
    <message>
        <source>Let each row be a chunk of a device</source>
        <translation>每一行是设备上的一个分块</translation>
    </message>
    <message>
        <source>A row per &amp;stage</source>
        <translation>每一级一行(&amp;S)</translation>
    </message>
    <message>
        <source>Let each row be a stage, in the order of the model</source>
        <translation>每一行是一个流水线级，按模型顺序排列</translation>
    </message>
    <message>
        <source>&amp;Next kind of row</source>
        <translation>切换行的种类(&amp;N)</translation>
    </message>
    <message>
        <source>Rows by device, by chunk, by stage in turn</source>
        <translation>依次按设备、分块、流水线级分行</translation>
    </message>
    <message>
        <source>&amp;Hide row</source>
        <translation>隐藏此行(&amp;H)</translation>
    </message>
    <message>
        <source>Hide the row under the pointer, or of what is selected</source>
        <translation>隐藏指针所在的行或选中内容所在的行</translation>
    </message>
    <message>
        <source>&amp;Pin row</source>
        <translation>固定此行(&amp;P)</translation>
    </message>
    <message>
        <source>Keep the row at the top, or let it go again</source>
        <translation>将此行固定在顶部，或取消固定</translation>
    </message>
    <message>
        <source>Move row &amp;up</source>
        <translation>上移此行(&amp;U)</translation>
    </message>
    <message>
        <source>Exchange the row with the one above</source>
        <translation>与上方的行交换位置</translation>
    </message>
    <message>
        <source>Move row do&amp;wn</source>
        <translation>下移此行(&amp;W)</translation>
    </message>
    <message>
        <source>Exchange the row with the one below</source>
        <translation>与下方的行交换位置</translation>
    </message>
    <message>
        <source>Show &amp;all rows</source>
        <translation>显示所有行(&amp;A)</translation>
    </message>
    <message>
        <source>Show hidden rows again, and as many as there are</source>
        <translation>重新显示隐藏的行，并显示全部行</translation>
    </message>
    <message>
        <source>&amp;Fewer rows</source>
        <translation>更少的行(&amp;F)</translation>
    </message>
    <message>
        <source>Show fewer rows, higher</source>
        <translation>显示更少、更高的行</translation>
    </message>
    <message>
        <source>&amp;More rows</source>
        <translation>更多的行(&amp;M)</translation>
    </message>
    <message>
        <source>Show more rows, lower</source>
        <translation>显示更多、更矮的行</translation>
    </message>
    <message>
        <source>Rows abov&amp;e</source>
        <translation>上方的行(&amp;E)</translation>
    </message>
    <message>
        <source>Scroll to the rows above</source>
        <translation>滚动到上方的行</translation>
    </message>
    <message>
        <source>Rows &amp;below</source>
        <translation>下方的行(&amp;B)</translation>
    </message>
    <message>
        <source>Scroll to the rows below</source>
        <translation>滚动到下方的行</translation>
    </message>
    <message>
        <source>Messa&amp;ges</source>
        <translation>消息(&amp;G)</translation>
    </message>
    <message>
        <source>Show the messages under way in a lane under each row</source>
        <translation>在每一行下方的窄道中显示传输中的消息</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>方案(&amp;P)</translation>
    </message>
    <message>
        <source>Show or hide the numbers of the plan</source>
        <translation>显示或隐藏方案的数值</translation>
    </message>
    <message>
        <source>&amp;Readouts</source>
        <translation>读数(&amp;R)</translation>
    </message>
    <message>
        <source>Show or hide the readouts</source>
        <translation>显示或隐藏读数</translation>
    </message>
    <message>
        <source>&amp;Bubble chart</source>
        <translation>气泡率图(&amp;B)</translation>
    </message>
    <message>
        <source>Show or hide the chart of the bubble against M</source>
        <translation>显示或隐藏气泡率与 M 的关系图</translation>
    </message>
    <message>
        <source>&amp;Memory chart</source>
        <translation>显存图(&amp;M)</translation>
    </message>
    <message>
        <source>Show or hide the chart of memory over time</source>
        <translation>显示或隐藏显存随时间变化的图</translation>
    </message>
    <message>
        <source>De&amp;vices</source>
        <translation>设备表(&amp;V)</translation>
    </message>
    <message>
        <source>Show or hide the table of devices</source>
        <translation>显示或隐藏设备表</translation>
    </message>
    <message>
        <source>Plans over each other share the rows of devices</source>
        <translation>叠放的方案共用按设备排列的行</translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Set a mark</source>
        <translation>设置标记(&amp;S)</translation>
    </message>
    <message>
        <source>Mark the instant under the pointer, of what is selected, or of the playhead</source>
        <translation>标记指针处、所选之物或播放头所在的时刻</translation>
    </message>
    <message>
        <source>&amp;Name the mark</source>
        <translation>命名标记(&amp;N)</translation>
    </message>
    <message>
        <source>Name the mark at hand; where there is none, set one and name it</source>
        <translation>命名当前标记；没有时先设置一个</translation>
    </message>
    <message>
        <source>&amp;Remove the mark</source>
        <translation>移除标记(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the mark at hand</source>
        <translation>移除当前标记</translation>
    </message>
    <message>
        <source>Ne&amp;xt mark</source>
        <translation>下一个标记(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next mark, with the playhead</source>
        <translation>连同播放头转到下一个标记</translation>
    </message>
    <message>
        <source>&amp;Previous mark</source>
        <translation>上一个标记(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the mark before, with the playhead</source>
        <translation>连同播放头转到上一个标记</translation>
    </message>
    <message>
        <source>Show view &amp;%1</source>
        <translation>显示视图 &amp;%1</translation>
    </message>
    <message>
        <source>Show the view that is kept under the digit</source>
        <translation>显示该数字下保存的视图</translation>
    </message>
    <message>
        <source>S&amp;how view</source>
        <translation>显示视图(&amp;H)</translation>
    </message>
    <message>
        <source>Keep view &amp;%1</source>
        <translation>保存视图 &amp;%1</translation>
    </message>
    <message>
        <source>Keep the window of time, colours and rows under the digit</source>
        <translation>把时间窗口、颜色和行保存到该数字下</translation>
    </message>
    <message>
        <source>&amp;Keep view</source>
        <translation>保存视图(&amp;K)</translation>
    </message>
    <message>
        <source>No mark is at hand: go to one first</source>
        <translation>没有当前标记：请先转到一个标记</translation>
    </message>
    <message>
        <source>There is no mark yet</source>
        <translation>还没有标记</translation>
    </message>
    <message>
        <source>All marks are beyond the end of the run</source>
        <translation>所有标记都在运行结束之后</translation>
    </message>
    <message>
        <source>Nothing is kept under this digit yet</source>
        <translation>该数字下还没有保存视图</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>One micro-batch of activations takes %1, the limit is %2.</source>
        <translation>一个微批次的激活占 %1，上限为 %2。</translation>
    </message>
    <message>
        <source>Raise the limit, make micro-batches smaller, or cut the model into more stages.</source>
        <translation>请提高上限、减小微批次，或把模型切成更多流水线级。</translation>
    </message>
    <message>
        <source>Use M = %1</source>
        <translation>建议 M = %1</translation>
    </message>
    <message>
        <source>Rules of thumb: 4P = %1 (cautious), 8P = %2 (ideal).</source>
        <translation>经验法则：4P = %1（保守），8P = %2（理想）。</translation>
    </message>
    <message>
        <source>Smaller micro-batches: a smaller bubble, but more passes and messages, and less efficient kernels.</source>
        <translation>微批次更小：气泡更小，但计算趟数与通信更多，算子效率更低。</translation>
    </message>
    <message>
        <source>Larger micro-batches: efficient passes, but few of them, so a larger bubble.</source>
        <translation>微批次更大：单次计算效率高，但趟数少，气泡更大。</translation>
    </message>
    <message>
        <source>GPipe keeps all M micro-batches: %1 here. 1F1B keeps at most P: %2, so M can grow.</source>
        <translation>GPipe 保留全部 M 个微批次的激活：此处为 %1。1F1B 至多保留 P 个：%2，因此 M 可以更大。</translation>
    </message>
    <message>
        <source>One stage has no bubble at any M.</source>
        <translation>只有一级时，任何 M 都没有气泡。</translation>
    </message>
    <message>
        <source>%1 % efficiency needs %2 = %3.</source>
        <translation>达到 %1 % 的效率需要 %2 = %3。</translation>
    </message>
    <message>
        <source>M = %1 is the most within the bounds that cuts the global batch of %2 evenly: %3.</source>
        <translation>M = %1 是限度之内能整除全局批大小 %2 的最大值：%3。</translation>
    </message>
    <message>
        <source>M = %1 is the next that cuts the global batch of %2 evenly: %3.</source>
        <translation>M = %1 是其后能整除全局批大小 %2 的第一个值：%3。</translation>
    </message>
    <message>
        <source>But beyond 8P = %1 there is little to gain, so the rule decides: %2.</source>
        <translation>但超过 8P = %1 后收益甚微，故由经验法则决定：%2。</translation>
    </message>
    <message>
        <source>But memory holds %1, so memory decides: %2.</source>
        <translation>但显存只容得下 %1 个，故由显存决定：%2。</translation>
    </message>
    <message>
        <source>But a global batch of %1 makes at most %2 micro-batches: %3.</source>
        <translation>但全局批大小 %1 至多切成 %2 个微批次：%3。</translation>
    </message>
    <message>
        <source>The target decides.</source>
        <translation>由目标效率决定。</translation>
    </message>
    <message>
        <source>No memory limit is set.</source>
        <translation>未设显存上限。</translation>
    </message>
    <message>
        <source>Memory allows any M: 1F1B keeps at most P = %1 micro-batches.</source>
        <translation>显存允许任意 M：1F1B 至多保留 P = %1 个微批次。</translation>
    </message>
    <message>
        <source>Memory allows any M: this schedule keeps one micro-batch at a time.</source>
        <translation>显存允许任意 M：该调度每次只保留一个微批次。</translation>
    </message>
    <message>
        <source>Memory allows M ≤ %1. GPipe keeps all %2 micro-batches; 1F1B keeps at most %3.</source>
        <translation>显存允许 M ≤ %1。GPipe 保留全部 %2 个微批次；1F1B 至多保留 %3 个。</translation>
    </message>
    <message>
        <source>Memory allows M ≤ %1.</source>
        <translation>显存允许 M ≤ %1。</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 个样本</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>A global batch of %1 then gives micro-batches of %2.</source>
        <translation>全局批大小 %1 时，每个微批次有%2。</translation>
    </message>
    <message>
        <source>That is good.</source>
        <translation>大小合适。</translation>
    </message>
    <message>
        <source>That is small.</source>
        <translation>偏小。</translation>
    </message>
    <message>
        <source>That is large.</source>
        <translation>偏大。</translation>
    </message>
    <message>
        <source>But not all micro-batches can be equal.</source>
        <translation>但各微批次无法等分。</translation>
    </message>
    <message>
        <source>Size of a micro-batch now: %1 / %2 = %3. Rule of thumb: 2 to 4 samples up to four stages, 1 to 2 in deeper pipelines.</source>
        <translation>当前微批大小：%1 / %2 = %3。经验法则：不超过四级时取 2 到 4 个样本，更深的流水线取 1 到 2 个。</translation>
    </message>
    <message>
        <source>M = %1 is what this plan uses already</source>
        <translation>当前方案已使用 M = %1</translation>
    </message>
    <message>
        <source>But this schedule does not cut the batch, so M stays 1: %1.</source>
        <translation>但该调度不切分批次，M 只能为 1：%1。</translation>
    </message>
    <message>
        <source>With M = %1 each stage runs %1 forward passes and %2 messages are sent; an uncut batch takes one pass and %3 messages.</source>
        <translation>M = %1 时每级要做 %1 趟前向，共发送 %2 条消息；不切分时只需 1 趟和 %3 条消息。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Simulated with this latency and these stages, M = %1 gives %2; the formula says %3.</source>
        <translation>按当前延迟与各级时间模拟，M = %1 的效率为 %2；公式给出 %3。</translation>
    </message>
    <message>
        <source>No M within the bounds reaches the target.</source>
        <translation>限度之内没有 M 能达到目标。</translation>
    </message>
    <message>
        <source>GPipe and 1F1B need %2 = %3 for %1 % efficiency.</source>
        <translation>GPipe 和 1F1B 达到 %1 % 的效率需要 %2 = %3。</translation>
    </message>
    <message>
        <source>But this schedule runs no fewer than %1 here: %2.</source>
        <translation>但该调度在此至少要运行 %1 个微批次：%2。</translation>
    </message>
    <message>
        <source>Simulated under this schedule, M = %1 gives %2.</source>
        <translation>按该调度模拟，M = %1 时为 %2。</translation>
    </message>
    <message>
        <source>Memory allows any M that this card considers.</source>
        <translation>此处考虑的 M，显存都能容纳。</translation>
    </message>
    <message>
        <source>No number of micro-batches fits</source>
        <translation>任何微批次数都放不下</translation>
    </message>
    <message>
        <source>One micro-batch of activations takes %1, this schedule keeps several, and the limit is %2.</source>
        <translation>单个微批次的激活需要 %1，该调度会同时保留多个，而上限为 %2。</translation>
    </message>
    <message>
        <source>But the order is given for M = %1: %2.</source>
        <translation>但该顺序只适用于 M = %1：%2。</translation>
    </message>
</context>
<context>
    <name>BaselineLines</name>
    <message>
        <source>Baseline %1: %2</source>
        <translation>基线 %1：%2</translation>
    </message>
</context>
<context>
    <name>BreakPainter</name>
    <message>
        <source>Drawn: %1 micro-batches by themselves. The numbers are of all %2.</source>
        <translation>画出的是单独的 %1 个微批次；数字针对全部 %2 个。</translation>
    </message>
    <message>
        <source>%1 of %2 micro-batches are left out at the break: they repeat what is before it</source>
        <translation>断开处略去 %2 个微批次中的 %1 个：它们重复断开之前的部分</translation>
    </message>
    <message>
        <source>%1 of %2 micro-batches are left out at each break: they repeat what is before it</source>
        <translation>每个断开处略去 %2 个微批次中的 %1 个：它们重复断开之前的部分</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>%1, shorter</source>
        <translation>%1，更短</translation>
    </message>
    <message>
        <source>%1, longer</source>
        <translation>%1，更长</translation>
    </message>
    <message>
        <source>%1, less</source>
        <translation>%1，更少</translation>
    </message>
    <message>
        <source>%1, more</source>
        <translation>%1，更多</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation>总时长</translation>
    </message>
    <message>
        <source>Bubble</source>
        <translation>气泡</translation>
    </message>
    <message>
        <source>Span bubble</source>
        <translation>跨度气泡</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值显存</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>no such device</source>
        <translation>无此设备</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>group is %1; group-interleaved needs from half the stages, rounded up (%2), to all of them (%3), or 0 for all.</source>
        <translation>group 为 %1；group-interleaved 要求它从级数的一半（向上取整，%2）到全部级数（%3），或为 0 表示全部。</translation>
    </message>
    <message>
        <source>%1 is “%2”, which is not a number.</source>
        <translation>%1为“%2”，这不是数字。</translation>
    </message>
    <message>
        <source>%1 is %2; it must be a whole number from %3 to %4.</source>
        <translation>%1为 %2；应为 %3 到 %4 的整数。</translation>
    </message>
    <message>
        <source>%1 is %2; it must be from %3 to %4.</source>
        <translation>%1为 %2；应在 %3 到 %4 之间。</translation>
    </message>
    <message>
        <source>%1 is %2; it must be a multiple of %3.</source>
        <translation>%1为 %2；应为 %3 的整数倍。</translation>
    </message>
    <message>
        <source>%1 has the unit “%2”; the units are %3.</source>
        <translation>%1的单位是“%2”；可用的单位有 %3。</translation>
    </message>
    <message>
        <source>%1 is “%2”; it must be one of %3.</source>
        <translation>%1为“%2”；应为以下之一：%3。</translation>
    </message>
    <message>
        <source>%1 is in %2, but %3 is in %4; give all times in slots or all in real time.</source>
        <translation>%1以 %2 为单位，而%3以 %4 为单位；请全部用时隙，或全部用实际时间。</translation>
    </message>
    <message>
        <source>%1 lists %2 times; the model has %3 stages, each needs one.</source>
        <translation>%1列出了 %2 个时间；模型有 %3 级，每级需要一个。</translation>
    </message>
    <message>
        <source>%1 and %2 are both given; give the backward pass either whole or in its parts.</source>
        <translation>同时给出了%1与%2；反向要么整体给出，要么分部分给出。</translation>
    </message>
    <message>
        <source>%1 stages and %2 micro-batches make %3 operations; at most %4 fit the memory budget of 1.2 GB. Use M = %5 or less, or fewer stages.</source>
        <translation>%1 级与 %2 个微批次共有 %3 个操作；1.2 GB 的内存预算至多容纳 %4 个。请使用 M = %5 或更小，或减少级数。</translation>
    </message>
    <message>
        <source>The times of this plan add up beyond %1 s, the end of exact time; use shorter times, fewer stages or fewer micro-batches.</source>
        <translation>该方案的时间总和超过 %1 s，即精确时间的上限；请缩短时间、减少级数或微批次。</translation>
    </message>
    <message>
        <source>microbatches is %1; the naive schedule does not cut the batch, so it must be 1. GPipe and 1F1B run any number.</source>
        <translation>微批次数为 %1；朴素调度不切分批次，故必须为 1。GPipe 与 1F1B 可用任意个数。</translation>
    </message>
    <message>
        <source>chunks is %1; the schedule %2 runs one chunk on each device, so it must be 1.</source>
        <translation>分块数为 %1；调度 %2 在每个设备上只运行一个分块，故必须为 1。</translation>
    </message>
    <message>
        <source>group is %1; it must be from 1 to %2 (the micro-batches), or 0 for %3.</source>
        <translation>分组大小为 %1；应为 1 到 %2（微批次数），或以 0 表示 %3。</translation>
    </message>
    <message>
        <source>Device %1 holds %2 at its peak; the limit is %3. Use M = %4 or less, or a schedule that keeps fewer micro-batches alive.</source>
        <translation>设备 %1 的峰值为 %2，上限为 %3。请使用 M = %4 或更小，或换用在途微批次更少的调度。</translation>
    </message>
    <message>
        <source>%1 is missing; device %2 must run it once.</source>
        <translation>缺少 %1；设备 %2 必须运行它一次。</translation>
    </message>
    <message>
        <source>%1 stands twice in the row of device %2; it must run once.</source>
        <translation>%1 在设备 %2 的行中出现了两次；只能运行一次。</translation>
    </message>
    <message>
        <source>%1 in the row of device %2 is no operation of this schedule.</source>
        <translation>设备 %2 行中的 %1 不是该调度的操作。</translation>
    </message>
    <message>
        <source>%1 stands before %2 in the row of device %3, but needs its result; it must come after.</source>
        <translation>在设备 %3 的行中，%1 排在 %2 之前，却需要它的结果；应排在其后。</translation>
    </message>
    <message>
        <source>The devices wait for each other for ever: %1. Reorder one of these operations.</source>
        <translation>设备互相永久等待：%1。请调整其中一个操作的次序。</translation>
    </message>
    <message>
        <source>The plan is not valid JSON at line %1, column %2; it must be UTF-8 text in JSON.</source>
        <translation>方案在第 %1 行第 %2 列不是有效的 JSON；应为 UTF-8 编码的 JSON 文本。</translation>
    </message>
    <message>
        <source>The plan nests values %1 deep; at most %2 is legal.</source>
        <translation>方案的值嵌套了 %1 层；至多允许 %2 层。</translation>
    </message>
    <message>
        <source>The key “%1” stands twice in the plan; it must stand once.</source>
        <translation>键“%1”在方案中出现了两次；只能出现一次。</translation>
    </message>
    <message>
        <source>“%1” is no key of a plan; the keys are %2.</source>
        <translation>“%1”不是方案的键；可用的键有 %2。</translation>
    </message>
    <message>
        <source>The plan has no “%1”; it must have one.</source>
        <translation>方案缺少“%1”；必须给出。</translation>
    </message>
    <message>
        <source>%1 is %2; it must be %3.</source>
        <translation>%1是%2；应为%3。</translation>
    </message>
    <message>
        <source>This is not a PipeGantt plan: its “format” must be “%1”.</source>
        <translation>这不是 PipeGantt 方案：其“format”应为“%1”。</translation>
    </message>
    <message>
        <source>The plan is of version %1; this program reads version %2. A newer PipeGantt may open it.</source>
        <translation>该方案的版本为 %1；本程序读取版本 %2。较新的 PipeGantt 或许可以打开。</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Cannot export to %1; the name must end in %2.</source>
        <translation>无法导出到 %1；文件名应以 %2 结尾。</translation>
    </message>
    <message>
        <source>The figure would be %1 by %2 pixels; at most %3 pixels in all are legal. Use a lower resolution or width.</source>
        <translation>图将有 %1 × %2 像素；总共至多允许 %3 像素。请降低分辨率或宽度。</translation>
    </message>
    <message>
        <source>This machine has no memory left for %1 operations; use fewer stages or micro-batches.</source>
        <translation>本机内存不足以容纳 %1 个操作；请减少级数或微批次。</translation>
    </message>
    <message>
        <source>empty (null)</source>
        <translation>空值 (null)</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>真假值</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a number of slots, or a text such as &quot;250us&quot;</source>
        <translation>时隙数，或形如 &quot;250us&quot; 的文本</translation>
    </message>
    <message>
        <source>a list of times</source>
        <translation>时间列表</translation>
    </message>
    <message>
        <source>a number of micro-batches, or a text such as &quot;10GB&quot; or &quot;none&quot;</source>
        <translation>微批次数，或形如 &quot;10GB&quot;、&quot;none&quot; 的文本</translation>
    </message>
    <message>
        <source>a text such as &quot;1.6GB&quot;</source>
        <translation>形如 &quot;1.6GB&quot; 的文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>slice-weights lists %1 weights; there are %2 slices, each needs one.</source>
        <translation>slice-weights 列出了 %1 个权重；共有 %2 个切片，每个切片需要一个权重。</translation>
    </message>
    <message>
        <source>Stage %1 is placed on device %2; devices are numbered from 0 to %3.</source>
        <translation>第 %1 级被放在设备 %2 上；设备编号为 0 到 %3。</translation>
    </message>
    <message>
        <source>Device %1 holds no stage; each device must hold at least one.</source>
        <translation>设备 %1 上没有流水线级；每个设备至少要有一级。</translation>
    </message>
    <message>
        <source>Device %1 holds %2 stages; at most %3 are legal.</source>
        <translation>设备 %1 上有 %2 个流水线级；最多允许 %3 个。</translation>
    </message>
    <message>
        <source>The layout is wrong at character %1, “%2”; there may stand: %3.</source>
        <translation>布局字符串在第 %1 个字符“%2”处有误；此处可以是：%3。</translation>
    </message>
    <message>
        <source>The layout has %1 stages; P = %2 and V = %3 need %4, with a bar between any two.</source>
        <translation>布局有 %1 级；P = %2、V = %3 需要 %4 级，每两级之间用竖线隔开。</translation>
    </message>
    <message>
        <source>A layout and %1 are both given; the layout gives each stage its times, so give one of them.</source>
        <translation>同时给出了布局和 %1；布局已经决定各级的时间，请只给其中之一。</translation>
    </message>
    <message>
        <source>Device %1 holds %2 of weights, gradients, optimizer state and buffers; the limit is %3. Raise the limit, or cut the model into more stages.</source>
        <translation>设备 %1 的权重、梯度、优化器状态与缓冲区共占 %2；上限为 %3。请提高上限，或把模型切成更多级。</translation>
    </message>
    <message>
        <source>chunks is %1; the schedule %2 runs %3 chunks on each device.</source>
        <translation>chunks 为 %1；调度 %2 在每个设备上运行 %3 个模型块。</translation>
    </message>
    <message>
        <source>%1 is %2; the schedule %3 needs an even number.</source>
        <translation>%1 为 %2；调度 %3 需要偶数。</translation>
    </message>
    <message>
        <source>%1 is %2; the schedule %3 needs a multiple of %4.</source>
        <translation>%1 为 %2；调度 %3 需要 %4 的倍数。</translation>
    </message>
    <message>
        <source>%1 is %2; the schedule %3 needs at least %4.</source>
        <translation>%1 为 %2；调度 %3 至少需要 %4。</translation>
    </message>
    <message>
        <source>group is %1; Megatron-LM needs at least as many micro-batches in a group as there are stages (%2).</source>
        <translation>group 为 %1；Megatron-LM 要求每组的微批次数不少于流水线级数（%2）。</translation>
    </message>
    <message>
        <source>%1 micro-batches in groups of %2 leave %3 for the last group; Megatron-LM refuses a last group of fewer than the stages (%4), which would wait for itself.</source>
        <translation>%1 个微批次按每组 %2 个划分，末组只剩 %3 个；Megatron-LM 拒绝少于流水线级数（%4）的末组，因为它会等待自己。</translation>
    </message>
    <message>
        <source>%1 micro-batches do not fall into %2 equal rounds; PyTorch needs a multiple of the rounds, which are the micro-batches over the stages (%3), rounded down.</source>
        <translation>%1 个微批次无法分成 %2 个相等的轮次；PyTorch 要求微批次数是轮次数的倍数，轮次数为微批次数除以流水线级数（%3）并向下取整。</translation>
    </message>
    <message>
        <source>The schedule %1 has no order yet; import one, or start from a schedule of the catalogue.</source>
        <translation>调度 %1 还没有顺序；请导入一个，或从目录中的调度开始。</translation>
    </message>
    <message>
        <source>No order keeps the memory limit of %1; the smallest limit that works is %2.</source>
        <translation>没有任何顺序能满足 %1 的显存上限；可行的最小上限是 %2。</translation>
    </message>
    <message>
        <source>Row %1, column %2: “%3” is no action; %4.</source>
        <translation>第 %1 行第 %2 列：“%3”不是合法的动作；%4。</translation>
    </message>
    <message>
        <source>Row %1, column %2: “%3” is of PyTorch&apos;s old grammar, where B meant the input gradient and BW the whole backward pass; write I for the input gradient and B for the whole.</source>
        <translation>第 %1 行第 %2 列：“%3”属于 PyTorch 的旧语法，其中 B 表示输入梯度、BW 表示完整反向；请用 I 表示输入梯度，用 B 表示完整反向。</translation>
    </message>
    <message>
        <source>Row %1, column %2: “%3” stands already in row %4, column %5; it must stand once.</source>
        <translation>第 %1 行第 %2 列：“%3”已出现在第 %4 行第 %5 列；只能出现一次。</translation>
    </message>
    <message>
        <source>Row %1, column %2: “%3” cannot stand here: %4.</source>
        <translation>第 %1 行第 %2 列：“%3”不能放在这里：%4。</translation>
    </message>
    <message>
        <source>Row %1, column %2: “%3” runs stage %4, which row %5 runs already; a stage is on one device.</source>
        <translation>第 %1 行第 %2 列：“%3”运行第 %4 级，而第 %5 行已在运行该级；一个流水线级只能在一个设备上。</translation>
    </message>
    <message>
        <source>No row runs stage %1; the stages from 0 to %2 must all be there.</source>
        <translation>没有任何一行运行第 %1 级；从 0 到 %2 的各级都必须存在。</translation>
    </message>
    <message>
        <source>Row %1 runs nothing; each device must run at least one action.</source>
        <translation>第 %1 行没有任何动作；每个设备至少要运行一个动作。</translation>
    </message>
    <message>
        <source>Row %1, column %2: “%3” has no partner; %4 is missing.</source>
        <translation>第 %1 行第 %2 列：“%3”没有对应的另一端；缺少 %4。</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>整数列表</translation>
    </message>
    <message>
        <source>Device %1 holds %2 at its peak; the limit is %3, and no number of micro-batches fits. Raise the limit, cut the model into more stages, or use a schedule that keeps fewer alive.</source>
        <translation>设备 %1 的峰值占用为 %2，上限为 %3，任何微批次数都放不下。请提高上限，把模型切成更多级，或改用保留更少微批次的调度。</translation>
    </message>
    <message>
        <source>%1 is %2; the order of the custom schedule is for %3 and runs no other. Choose another schedule, or give another order.</source>
        <translation>%1为 %2；自定义调度的顺序只适用于 %3。请选择其他调度，或给出其他顺序。</translation>
    </message>
    <message>
        <source>The order cannot be written with communication for PyTorch, which does not know %1.</source>
        <translation>该顺序无法连同通信写成 PyTorch 的格式：PyTorch 不支持%1。</translation>
    </message>
    <message>
        <source>Row %1, column %2: “%3” needs “%4”, which stands in column %5 of the same row; it must come after.</source>
        <translation>第 %1 行第 %2 列：“%3”需要“%4”的结果，而后者在同一行第 %5 列；它必须排在其后。</translation>
    </message>
    <message>
        <source>Row %1 has no “%2”; each micro-batch must pass each stage once, forwards and, unless no backward pass is there at all, backwards.</source>
        <translation>第 %1 行缺少“%2”；每个微批次必须恰好经过每个阶段一次前向，并且除非完全没有反向，还须经过一次反向。</translation>
    </message>
    <message>
        <source>Row %1, column %2: “%3” waits for ever: %4. Reorder one of these actions.</source>
        <translation>第 %1 行第 %2 列：“%3”将永远等待：%4。请调整其中某个动作的顺序。</translation>
    </message>
    <message>
        <source>%1 cannot move there: %2 must come before %3, which needs it.</source>
        <translation>%1 不能移到那里：%3 需要 %2 的结果，%2 必须在它之前。</translation>
    </message>
    <message>
        <source>%1 cannot move there: the devices would wait for each other for ever: %2.</source>
        <translation>%1 不能移到那里：否则各设备会永远互相等待：%2。</translation>
    </message>
    <message>
        <source>a list of rows of actions</source>
        <translation>由动作行组成的列表</translation>
    </message>
    <message>
        <source>a row of actions, such as &quot;0F0,0B0&quot;</source>
        <translation>一行动作，例如 &quot;0F0,0B0&quot;</translation>
    </message>
    <message>
        <source>it must begin with the number of its stage, as in 0F3</source>
        <translation>必须以阶段编号开头，例如 0F3</translation>
    </message>
    <message>
        <source>behind the stage must stand F, I, W, B, R, O, SEND_F, RECV_F, SEND_B, RECV_B, UNSHARD, RESHARD, REDUCE_GRAD, WAIT_SEND_F, WAIT_SEND_B or WAIT_REDUCE_GRAD</source>
        <translation>阶段编号之后必须是 F、I、W、B、R、O、SEND_F、RECV_F、SEND_B、RECV_B、UNSHARD、RESHARD、REDUCE_GRAD、WAIT_SEND_F、WAIT_SEND_B 或 WAIT_REDUCE_GRAD</translation>
    </message>
    <message>
        <source>it must end in the number of a micro-batch, as in 0F3</source>
        <translation>必须以微批次编号结尾，例如 0F3</translation>
    </message>
    <message>
        <source>it is of a whole stage and ends without a micro-batch, as in 0UNSHARD</source>
        <translation>它针对整个阶段，结尾不带微批次编号，例如 0UNSHARD</translation>
    </message>
    <message>
        <source>numbers are written without leading zeros</source>
        <translation>编号不能有前导零</translation>
    </message>
    <message>
        <source>stages are numbered up to 32767, micro-batches up to 999999 and slices up to 63</source>
        <translation>阶段编号至多 32767，微批次编号至多 999999，切片编号至多 63</translation>
    </message>
    <message>
        <source>nothing may stand behind the number of the micro-batch</source>
        <translation>微批次编号之后不能再有内容</translation>
    </message>
    <message>
        <source>cells are written without quotation marks</source>
        <translation>单元格不加引号</translation>
    </message>
    <message>
        <source>an idle cell is left empty</source>
        <translation>空闲单元格应留空</translation>
    </message>
    <message>
        <source>cells are separated by commas alone</source>
        <translation>单元格之间只用逗号分隔</translation>
    </message>
    <message>
        <source>a pair is a forward and a whole backward pass, written as (0F7;7B3)OVERLAP_F_B</source>
        <translation>一对由一次前向和一次完整反向组成，写作 (0F7;7B3)OVERLAP_F_B</translation>
    </message>
    <message>
        <source>either each operation names its slice, or none does</source>
        <translation>要么每个操作都注明切片，要么都不注明</translation>
    </message>
    <message>
        <source>a sequence of one slice is written without slices</source>
        <translation>只有一个切片的序列不注明切片</translation>
    </message>
    <message>
        <source>communication is written for one pipeline that is not cut into slices</source>
        <translation>通信只能写给单条且未切片的流水线</translation>
    </message>
    <message>
        <source>the backward pass of a micro-batch through a stage is either whole, as B, or split into I and W</source>
        <translation>微批次在一个阶段上的反向要么是完整的 B，要么拆分为 I 和 W</translation>
    </message>
    <message>
        <source>an order with communication has no idle cells</source>
        <translation>带通信的顺序没有空闲单元格</translation>
    </message>
    <message>
        <source>no operation runs this stage and micro-batch</source>
        <translation>没有操作执行该阶段的这个微批次</translation>
    </message>
    <message>
        <source>the pipeline ends at this stage, so there is nobody at the other end</source>
        <translation>流水线止于该阶段，另一端没有对象</translation>
    </message>
    <message>
        <source>both stages are on this device, so nothing is sent</source>
        <translation>两个阶段都在本设备上，无需发送</translation>
    </message>
    <message>
        <source>its stage is unsharded already</source>
        <translation>其阶段已经取回权重</translation>
    </message>
    <message>
        <source>its stage is not unsharded; UNSHARD must come before</source>
        <translation>其阶段尚未取回权重；之前必须有 UNSHARD</translation>
    </message>
    <message>
        <source>the gradients of its stage are reduced already</source>
        <translation>其阶段的梯度已经归约</translation>
    </message>
    <message>
        <source>a device must receive the messages of another in the order in which that one sends them</source>
        <translation>设备必须按另一设备发送的次序接收其消息</translation>
    </message>
    <message>
        <source>two pipelines over the same devices</source>
        <translation>同一组设备上的两条流水线</translation>
    </message>
    <message>
        <source>slices of the sequence</source>
        <translation>序列切片</translation>
    </message>
    <message>
        <source>recomputation as an action</source>
        <translation>作为动作的重计算</translation>
    </message>
    <message>
        <source>optimizer steps as actions</source>
        <translation>作为动作的优化器步骤</translation>
    </message>
    <message>
        <source>Stage %1 cannot move to device %2: %3.</source>
        <translation>阶段 %1 不能移到设备 %2：%3。</translation>
    </message>
    <message>
        <source>its device would be left without a stage</source>
        <translation>否则它原来的设备将没有阶段</translation>
    </message>
    <message>
        <source>two pipelines over the same devices fix the place of each stage</source>
        <translation>同一组设备上的两条流水线固定了每个阶段的位置</translation>
    </message>
    <message>
        <source>group is %1; with %2 micro-batches on %3 devices they would wait for each other for ever. A group of %4 runs.</source>
        <translation>group 为 %1；在 %3 个设备上运行 %2 个微批次时，各设备会永远互相等待。分组大小取 %4 可以运行。</translation>
    </message>
    <message>
        <source>%1 has no schedule %2.</source>
        <translation>%1 没有调度 %2。</translation>
    </message>
    <message>
        <source>%1 is %2; %3 needs at least %4 for the schedule %5.</source>
        <translation>%1 为 %2；%3 运行调度 %5 时至少需要 %4。</translation>
    </message>
    <message>
        <source>group is %1; %2 makes groups of %3 by itself.</source>
        <translation>group 为 %1；%2 自行按每组 %3 个分组。</translation>
    </message>
    <message>
        <source>No stage of the layout %1 takes any time; add a layer, or give embedding or head a percentage.</source>
        <translation>布局 %1 中没有任何阶段耗时；请增加一层，或为 embedding 或 head 给出百分比。</translation>
    </message>
    <message>
        <source>%1 has %2 %3, which does not divide by %4; tensor-parallel must divide it.</source>
        <translation>%1 的 %2 为 %3，不能被 %4 整除；tensor-parallel 必须能整除它。</translation>
    </message>
    <message>
        <source>%1 has %2, which stages are not measured with; choose a dense model.</source>
        <translation>%1 含有 %2，无法实测这样的阶段；请选择稠密模型。</translation>
    </message>
    <message>
        <source>A stage with micro-batches of %1 needs %2; %3 has %4 free. The largest micro-batch that fits is %5.</source>
        <translation>微批大小为 %1 的阶段需要 %2，而 %3 只有 %4 空闲。放得下的最大微批为 %5。</translation>
    </message>
    <message>
        <source>A stage with micro-batches of 1 needs %1; %2 has %3 free. Use fewer layers, a shorter sequence, or tensor parallelism.</source>
        <translation>微批大小为 1 的阶段就需要 %1，而 %2 只有 %3 空闲。请减少层数、缩短序列，或使用张量并行。</translation>
    </message>
    <message>
        <source>CUDA is not available: there is no plugin at %1.</source>
        <translation>无法使用 CUDA：%1 处没有插件。</translation>
    </message>
    <message>
        <source>CUDA is not available: the plugin cannot be loaded: %1.</source>
        <translation>无法使用 CUDA：插件无法加载：%1。</translation>
    </message>
    <message>
        <source>CUDA is not available: the plugin %1 is of version %2; this program needs version %3.</source>
        <translation>无法使用 CUDA：插件 %1 的版本为 %2，本程序需要版本 %3。</translation>
    </message>
    <message>
        <source>CUDA is not available: the plugin %1 has no %2.</source>
        <translation>无法使用 CUDA：插件 %1 缺少 %2。</translation>
    </message>
    <message>
        <source>CUDA is not available: the NVIDIA driver is not installed or does not run (%1).</source>
        <translation>无法使用 CUDA：NVIDIA 驱动未安装或未运行（%1）。</translation>
    </message>
    <message>
        <source>CUDA is not available: the NVIDIA driver is too old (%1).</source>
        <translation>无法使用 CUDA：NVIDIA 驱动过旧（%1）。</translation>
    </message>
    <message>
        <source>device is “%1”; the devices of this machine are %2.</source>
        <translation>device 为“%1”；本机的设备有 %2。</translation>
    </message>
    <message>
        <source>%1 is too old: %2.</source>
        <translation>%1 过旧：%2。</translation>
    </message>
    <message>
        <source>%1 ran out of memory: %2. Use smaller micro-batches.</source>
        <translation>%1 内存不足：%2。请使用更小的微批。</translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation>%1 失败：%2。</translation>
    </message>
    <message>
        <source>The measurement on %1 was stopped before it had anything to keep.</source>
        <translation>%1 上的测量在得到任何结果之前就被停止了。</translation>
    </message>
    <message>
        <source>The stage times are wrong at %1: it is %2; it must be %3.</source>
        <translation>阶段时间文件在 %1 处有误：它是 %2，必须是 %3。</translation>
    </message>
    <message>
        <source>These are no stage times: their “format” must be “%1”.</source>
        <translation>这不是阶段时间文件：其“format”必须为“%1”。</translation>
    </message>
    <message>
        <source>The stage times are of version %1; this program reads version %2. A newer PipeGantt may open them.</source>
        <translation>该阶段时间文件的版本为 %1；本程序读取版本 %2。更新的 PipeGantt 或许能打开它。</translation>
    </message>
    <message>
        <source>The stage times have no “%1”; they must have one.</source>
        <translation>阶段时间文件中没有“%1”；必须有一个。</translation>
    </message>
    <message>
        <source>“%1” is no key of stage times; the keys here are %2.</source>
        <translation>“%1”不是阶段时间文件的键；此处的键有 %2。</translation>
    </message>
    <message>
        <source>The stage times are of the model %1; the plan asks for %2.</source>
        <translation>阶段时间属于模型 %1，而方案要求的是 %2。</translation>
    </message>
    <message>
        <source>The stage times are of micro-batches of %1; say which with micro-batch-size.</source>
        <translation>阶段时间文件含有大小为 %1 的微批；请用 micro-batch-size 指明用哪一个。</translation>
    </message>
    <message>
        <source>micro-batch-size is %1; the stage times are of micro-batches of %2.</source>
        <translation>micro-batch-size 为 %1；阶段时间文件只含大小为 %2 的微批。</translation>
    </message>
    <message>
        <source>global-batch is %1, but %2 micro-batches of %3 samples make %4; give only two of the three.</source>
        <translation>global-batch 为 %1，但 %2 个各含 %3 个样本的微批共有 %4 个样本；三者请只给出两个。</translation>
    </message>
    <message>
        <source>times and %1 are both given; stage times say how long each stage takes, so give one of them.</source>
        <translation>同时给出了 times 和 %1；阶段时间已说明每个阶段的耗时，请只给出其中一个。</translation>
    </message>
    <message>
        <source>“%1” counts in %2 and “%3” in %4: a slot has no length, so the two have no time axis in common. Give both slots, or both a unit of time.</source>
        <translation>“%1”以%2计，“%3”以%4计：时隙没有长度，因此二者没有共同的时间轴。请让二者都用时隙，或都用时间单位。</translation>
    </message>
    <message>
        <source>%1 has %2 bytes; such a file has at most %3.</source>
        <translation>%1 有 %2 字节；这类文件最多 %3 字节。</translation>
    </message>
    <message>
        <source>in slots</source>
        <translation>以时隙为单位</translation>
    </message>
    <message>
        <source>a text such as &quot;250us&quot;</source>
        <translation>形如“250us”的文本</translation>
    </message>
    <message>
        <source>not between the quartiles</source>
        <translation>不在两个四分位数之间</translation>
    </message>
    <message>
        <source>between them</source>
        <translation>在两者之间</translation>
    </message>
    <message>
        <source>no larger than the one before</source>
        <translation>不大于前一个</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>更大</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空的</translation>
    </message>
    <message>
        <source>a list of at least one size</source>
        <translation>至少含一个大小的列表</translation>
    </message>
    <message>
        <source>no valid JSON</source>
        <translation>无效的 JSON</translation>
    </message>
    <message>
        <source>UTF-8 text in JSON</source>
        <translation>UTF-8 编码的 JSON 文本</translation>
    </message>
    <message>
        <source>given twice</source>
        <translation>给出了两次</translation>
    </message>
    <message>
        <source>given once</source>
        <translation>只给出一次</translation>
    </message>
    <message>
        <source>microbatches is %1; the operations of %2 fit the memory budget, and more can be counted only in an order that follows a rule, but that of %3 is searched. Use M = %2 or less, or a schedule with a rule.</source>
        <translation>microbatches 为 %1；内存预算可容纳 %2 个微批次的全部操作，更多的只有按规则生成的顺序才能计数，而 %3 的顺序是搜索得到的。请使用 M = %2 或更小，或换用按规则生成的调度。</translation>
    </message>
    <message>
        <source>microbatches is %1; the operations of %2 fit the memory budget, and more can be counted only where they all take the same times, but jitter is %3 %. Use M = %2 or less, or no jitter.</source>
        <translation>microbatches 为 %1；内存预算可容纳 %2 个微批次的全部操作，更多的只有各微批次用时相同才能计数，而抖动为 %3 %。请使用 M = %2 或更小，或去掉抖动。</translation>
    </message>
    <message>
        <source>microbatches is %1; the operations of %2 fit the memory budget, and more can be counted only where messages do not block. Use M = %2 or less, or asynchronous messages.</source>
        <translation>microbatches 为 %1；内存预算可容纳 %2 个微批次的全部操作，更多的只有消息不阻塞才能计数。请使用 M = %2 或更小，或改用异步消息。</translation>
    </message>
    <message>
        <source>microbatches is %1; the operations of %2 fit the memory budget, and more can be counted only once the devices repeat themselves all together, which these times and this order do not make them do within that many. Use M = %2 or less.</source>
        <translation>microbatches 为 %1；内存预算可容纳 %2 个微批次的全部操作，更多的只有所有设备一起周期性重复之后才能计数，而在这些用时和这种顺序下，设备在此范围内不会如此重复。请使用 M = %2 或更小。</translation>
    </message>
    <message>
        <source>Cannot write %1: this build has no Qt, which paints .png and .pdf. It writes .svg, .csv, .json and .pgantt.</source>
        <translation>无法写入 %1：此构建不含绘制 .png 与 .pdf 的 Qt。可写 .svg、.csv、.json 与 .pgantt。</translation>
    </message>
    <message>
        <source>The search</source>
        <translation>搜索内容</translation>
    </message>
    <message>
        <source>There is one mark too many; a plan has at most %1.</source>
        <translation>标记多了一个；一个方案最多 %1 个。</translation>
    </message>
    <message>
        <source>Two marks stand at %1; each needs an instant of its own.</source>
        <translation>有两个标记都在 %1；每个标记要有自己的时刻。</translation>
    </message>
    <message>
        <source>The name of the mark at %1 has %2 characters; it must be one line of at most %3.</source>
        <translation>%1 处标记的名称有 %2 个字符；它必须是一行，最多 %3 个字符。</translation>
    </message>
    <message>
        <source>Two saved views have the key %1; each key keeps one.</source>
        <translation>有两个保存的视图都用数字 %1；每个数字只保存一个。</translation>
    </message>
    <message>
        <source>A saved view begins at %1 and ends at %2; it must end later.</source>
        <translation>保存的视图从 %1 开始、到 %2 结束；结束必须晚于开始。</translation>
    </message>
    <message>
        <source>an object with a time and a name</source>
        <translation>含 time 和 name 的对象</translation>
    </message>
    <message>
        <source>an object with a key, begin and end, colors and rows</source>
        <translation>含 key、begin 和 end、colors、rows 的对象</translation>
    </message>
    <message>
        <source>a list of marks</source>
        <translation>标记的列表</translation>
    </message>
    <message>
        <source>a list of saved views</source>
        <translation>保存的视图的列表</translation>
    </message>
    <message>
        <source>an object with marks and saved views</source>
        <translation>含 marks 和 saved 的对象</translation>
    </message>
</context>
<context>
    <name>FramePainter</name>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>稳态</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>all forwards</source>
        <translation>全部前向</translation>
    </message>
    <message>
        <source>all backwards</source>
        <translation>全部反向</translation>
    </message>
    <message>
        <source>device %1</source>
        <translation>设备 %1</translation>
    </message>
    <message>
        <source>bubble</source>
        <translation>气泡</translation>
    </message>
    <message>
        <source>second direction</source>
        <translation>第二方向</translation>
    </message>
    <message>
        <source>chunks 0 – %1</source>
        <translation>分块 0 – %1</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>dependency</source>
        <translation>依赖</translation>
    </message>
    <message>
        <source>imbalance</source>
        <translation>不均衡</translation>
    </message>
    <message>
        <source>stages 0 – %1</source>
        <translation>阶段 0 – %1</translation>
    </message>
    <message>
        <source>micro-batches 0 – %1, then again</source>
        <translation>微批次 0 – %1，循环使用</translation>
    </message>
    <message>
        <source>micro-batches 0 – %1</source>
        <translation>微批次 0 – %1</translation>
    </message>
    <message>
        <source>work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>does not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>messages: sent, received</source>
        <translation>消息：上为发送，下为接收</translation>
    </message>
    <message>
        <source>messages take no time</source>
        <translation>消息不耗时</translation>
    </message>
    <message>
        <source>bubble, or does not run</source>
        <translation>气泡，或未运行</translation>
    </message>
    <message>
        <source>no room for messages: show fewer rows</source>
        <translation>行太矮，放不下消息：请减少行数</translation>
    </message>
</context>
<context>
    <name>HoverWords</name>
    <message>
        <source>%1 · device %2</source>
        <translation>%1 · 设备 %2</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <translation>%1 – %2（%3）</translation>
    </message>
    <message>
        <source>starts with the iteration</source>
        <translation>随迭代开始</translation>
    </message>
    <message>
        <source>waited for its own device: %1 (ended at %2)</source>
        <translation>等待本设备：%1（结束于 %2）</translation>
    </message>
    <message>
        <source>waited for %1 of device %2 (ended at %3)</source>
        <translation>等待设备 %2 的%1（结束于 %3）</translation>
    </message>
    <message>
        <source>its message travelled for %1</source>
        <translation>消息传输用时 %1</translation>
    </message>
    <message>
        <source>Bubble · %1 · device %2</source>
        <translation>气泡 · %1 · 设备 %2</translation>
    </message>
    <message>
        <source>waits for %1 of device %2 (ends at %3)</source>
        <translation>等待设备 %2 的%1（结束于 %3）</translation>
    </message>
    <message>
        <source>its message travels for %1</source>
        <translation>消息传输需 %1</translation>
    </message>
    <message>
        <source>%1 – %2, %3 busy</source>
        <translation>%1 – %2，忙碌 %3</translation>
    </message>
    <message>
        <source>zoom in to see them</source>
        <translation>放大后可见</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>operation and device, stage</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>stages %1 and %2</source>
        <translation>第 %1 级与第 %2 级</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>第 %1 级</translation>
    </message>
    <message>
        <source>%1 operations · %2</source>
        <comment>how many, device or devices</comment>
        <translation>%1 个操作 · %2</translation>
    </message>
    <message>
        <source>%1 × %2: %3</source>
        <comment>kind of work, how many, share of the time</comment>
        <translation>%1 × %2：%3</translation>
    </message>
    <message>
        <source>bubble: %1</source>
        <translation>气泡：%1</translation>
    </message>
    <message>
        <source>device %1</source>
        <translation>设备 %1</translation>
    </message>
    <message>
        <source>devices %1 – %2</source>
        <translation>设备 %1 – %2</translation>
    </message>
    <message>
        <source>cut by the break: behind it the same pass, %1 micro-batches later</source>
        <translation>被断开处截断：其后是晚 %1 个微批次的同一操作</translation>
    </message>
    <message>
        <source>drain: its work is done; %1 of device %2 ends at %3</source>
        <translation>收尾：该设备已完成工作；设备 %2 的 %1 结束于 %3</translation>
    </message>
    <message>
        <source>warm-up: the first micro-batch has not arrived yet</source>
        <translation>预热：第一个微批次尚未到达</translation>
    </message>
    <message>
        <source>dependency %1</source>
        <translation>等待依赖 %1</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>等待消息 %1</translation>
    </message>
    <message>
        <source>imbalance %1</source>
        <translation>负载不均 %1</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>does not run: %1</source>
        <translation>不运行：%1</translation>
    </message>
    <message>
        <source>%1 rows share this line of pixels</source>
        <translation>%1 行共用这一行像素</translation>
    </message>
</context>
<context>
    <name>Instant</name>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>device %1: %2</source>
        <translation>设备 %1：%2</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>%1 of %2</source>
        <comment>activations or gradient of an operation</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>device %1 → device %2</source>
        <translation>设备 %1 → 设备 %2</translation>
    </message>
    <message>
        <source>%1 messages under way</source>
        <translation>%1 条消息传输中</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>message and its way</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <translation>%1 – %2（%3）</translation>
    </message>
    <message>
        <source>%1 on the link</source>
        <translation>链路上传输 %1</translation>
    </message>
</context>
<context>
    <name>MarkWords</name>
    <message>
        <source>1 mark beyond the end</source>
        <translation>1 个标记在结束之后</translation>
    </message>
    <message>
        <source>%1 marks beyond the end</source>
        <translation>%1 个标记在结束之后</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>none</source>
        <comment>no global batch</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>auto</source>
        <comment>group size</comment>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>input gradient</source>
        <translation>输入梯度</translation>
    </message>
    <message>
        <source>weight gradient</source>
        <translation>权重梯度</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and micro-batch</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 of chunk %3</source>
        <comment>kind, micro-batch, chunk</comment>
        <translation>分块 %3 的%1 %2</translation>
    </message>
    <message>
        <source>recompute</source>
        <translation>重计算</translation>
    </message>
    <message>
        <source>optimizer step</source>
        <translation>优化器更新</translation>
    </message>
    <message>
        <source>forward and backward together</source>
        <translation>前向与反向并行</translation>
    </message>
    <message>
        <source>%1, slice %2</source>
        <comment>pass, slice</comment>
        <translation>%1，切片 %2</translation>
    </message>
    <message>
        <source>%1 of the second direction</source>
        <translation>第二方向的%1</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>passes that run together</comment>
        <translation>%1与%2并行</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>Stages</source>
        <translation>流水线级数</translation>
    </message>
    <message>
        <source>Pipeline stages: the parts that the model is cut into, each on a device of its own. More stages mean less memory for each device and a larger bubble.</source>
        <translation>流水线级：把模型切成的各个部分，每部分在各自的设备上。级数越多，每个设备所需显存越少，气泡越大。</translation>
    </message>
    <message>
        <source>Micro-batches</source>
        <translation>微批次数</translation>
    </message>
    <message>
        <source>Micro-batches: the parts that each batch is cut into, so that all stages can work at the same time. More of them shrink the bubble.</source>
        <translation>微批次：把每个批次切成的各个部分，使所有流水线级能同时工作。微批次越多，气泡越小。</translation>
    </message>
    <message>
        <source>Chunks per device</source>
        <translation>每设备分块数</translation>
    </message>
    <message>
        <source>Chunks: parts of the model on each device. With V chunks a micro-batch visits every device V times. All times are then of one chunk.</source>
        <translation>分块：每个设备上模型的各个部分。有 V 个分块时，一个微批次经过每个设备 V 次，此时所有时间均指一个分块。</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>分组大小</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Time of the forward pass of one micro-batch through one stage.</source>
        <translation>一个微批次通过一级的前向时间。</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Time of the backward pass of one micro-batch through one stage: the gradients of its input and of its weights. About twice the forward pass.</source>
        <translation>一个微批次通过一级的反向时间：包括输入梯度与权重梯度，约为前向的两倍。</translation>
    </message>
    <message>
        <source>Input gradient</source>
        <translation>输入梯度</translation>
    </message>
    <message>
        <source>The part of the backward pass that the stage before waits for: the gradient of the stage&apos;s input.</source>
        <translation>反向中前一级所等待的部分：该级输入的梯度。</translation>
    </message>
    <message>
        <source>Weight gradient</source>
        <translation>权重梯度</translation>
    </message>
    <message>
        <source>The part of the backward pass that nobody waits for: the gradient of the stage&apos;s weights.</source>
        <translation>反向中无人等待的部分：该级权重的梯度。</translation>
    </message>
    <message>
        <source>Hop latency</source>
        <translation>跳延迟</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入层</translation>
    </message>
    <message>
        <source>In a layout, how long the embedding takes, in percent of a transformer layer.</source>
        <translation>在布局中，嵌入层的用时，以一个 Transformer 层的百分比计。</translation>
    </message>
    <message>
        <source>Multi-token prediction</source>
        <translation>多词元预测</translation>
    </message>
    <message>
        <source>In a layout, how long a module of multi-token prediction takes, in percent of a transformer layer.</source>
        <translation>在布局中，一个多词元预测模块的用时，以一个 Transformer 层的百分比计。</translation>
    </message>
    <message>
        <source>Output head</source>
        <translation>输出头</translation>
    </message>
    <message>
        <source>In a layout, how long the output head and the loss take, in percent of a transformer layer.</source>
        <translation>在布局中，输出头与损失的用时，以一个 Transformer 层的百分比计。</translation>
    </message>
    <message>
        <source>How long a message takes from one device to its neighbour. Messages cost no device time, but the receiver waits for them.</source>
        <translation>消息从一个设备到相邻设备所需的时间。消息不占用设备时间，但接收方要等待。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Memory per micro-batch: the activations that one micro-batch leaves on a device from its forward until its backward pass.</source>
        <translation>每个微批次的显存：一个微批次从前向到反向期间留在设备上的激活。</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>显存上限</translation>
    </message>
    <message>
        <source>Global batch</source>
        <translation>全局批大小</translation>
    </message>
    <message>
        <source>Samples of one iteration over all micro-batches; 0 where it does not matter.</source>
        <translation>一次迭代中所有微批次的样本总数；无关紧要时为 0。</translation>
    </message>
    <message>
        <source>Target efficiency</source>
        <translation>目标效率</translation>
    </message>
    <message>
        <source>The share of busy time that the recommendation aims for, in percent.</source>
        <translation>建议所追求的忙碌时间占比，以百分数表示。</translation>
    </message>
    <message>
        <source>Backward order</source>
        <translation>反向顺序</translation>
    </message>
    <message>
        <source>The order of GPipe&apos;s backward passes: ascending as PyTorch runs them, or descending as the paper draws them.</source>
        <translation>GPipe 反向传播的顺序：升序即 PyTorch 的执行顺序，降序即论文图中的顺序。</translation>
    </message>
    <message>
        <source>Recompute starts</source>
        <translation>重计算开始于</translation>
    </message>
    <message>
        <source>When a recomputation may start: with the gradient, as the hooks of PyTorch and Megatron-LM do, or early, while the device waits for it.</source>
        <translation>重计算何时可以开始：随梯度到达（PyTorch 与 Megatron-LM 的钩子如此），或提前在设备等待梯度时进行。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>How devices exchange messages: asynchronous, beside the work, or blocking, in calls that both ends enter, as Megatron-LM&apos;s fused send and receive.</source>
        <translation>设备之间如何交换消息：异步（与计算并行），或阻塞（两端同时进入调用，如 Megatron-LM 融合的发送与接收）。</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>切片数</translation>
    </message>
    <message>
        <source>Slices: parts of the sequence of each micro-batch that follow each other through the pipeline. All times are then of one slice.</source>
        <translation>切片：每个微批次的序列被切成的若干段，依次流过流水线。此时所有时间都指一个切片。</translation>
    </message>
    <message>
        <source>Recompute</source>
        <translation>重计算</translation>
    </message>
    <message>
        <source>Time to compute the activations of one micro-batch again before its backward pass; 0 stands for the forward time.</source>
        <translation>在反向之前重新计算一个微批次的激活所需的时间；0 表示与前向时间相同。</translation>
    </message>
    <message>
        <source>Forward and backward together</source>
        <translation>前向与反向并行</translation>
    </message>
    <message>
        <source>Time of a forward and a backward pass that run together (DualPipe); 0 stands for the sum of both.</source>
        <translation>前向与反向一起执行（DualPipe）的时间；0 表示两者之和。</translation>
    </message>
    <message>
        <source>Optimizer step</source>
        <translation>优化器更新</translation>
    </message>
    <message>
        <source>Time of an optimizer step; 0 where none is drawn.</source>
        <translation>一次优化器更新的时间；0 表示不绘制。</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Bytes per second from a device to another of the same node; 0 where the latency is all that a message costs.</source>
        <translation>同一节点内设备之间每秒传输的字节数；0 表示消息只有延迟。</translation>
    </message>
    <message>
        <source>Node size</source>
        <translation>每节点设备数</translation>
    </message>
    <message>
        <source>Consecutive devices that share a node; 0 where all share one. Between nodes the latency and bandwidth of nodes hold.</source>
        <translation>共享一个节点的连续设备数；0 表示全部在同一节点。节点之间采用节点间的延迟与带宽。</translation>
    </message>
    <message>
        <source>Latency between nodes</source>
        <translation>节点间延迟</translation>
    </message>
    <message>
        <source>How long a message takes from a device to one of another node.</source>
        <translation>消息从一个设备到另一节点的设备所需的时间。</translation>
    </message>
    <message>
        <source>Bandwidth between nodes</source>
        <translation>节点间带宽</translation>
    </message>
    <message>
        <source>Bytes per second from a device to one of another node; 0 where the latency is all that a message costs.</source>
        <translation>不同节点的设备之间每秒传输的字节数；0 表示消息只有延迟。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息大小</translation>
    </message>
    <message>
        <source>Bytes that travel from a stage to the next for one micro-batch, or one slice of it.</source>
        <translation>每个微批次（或其一个切片）从一级传到下一级的字节数。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>By how much the time of each pass may differ from the plan, either way, in percent.</source>
        <translation>每次传播的时间相对计划上下浮动的最大百分比。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Where jitter and search draw their numbers from: the same seed, the same result.</source>
        <translation>抖动与搜索所用随机数的来源：种子相同，结果相同。</translation>
    </message>
    <message>
        <source>Search effort</source>
        <translation>搜索力度</translation>
    </message>
    <message>
        <source>How long the search for the best order goes on, from 1 to 10.</source>
        <translation>寻找最优顺序的搜索持续多久，从 1 到 10。</translation>
    </message>
    <message>
        <source>Early release</source>
        <translation>提前释放</translation>
    </message>
    <message>
        <source>The part of the activations that the input gradient releases, in percent; the rest lives until the weight gradient.</source>
        <translation>输入梯度计算后即可释放的激活所占百分比；其余保留到权重梯度计算完成。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Memory of one copy of the weights that a device holds.</source>
        <translation>设备上一份权重所占的显存。</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Memory of the gradients of one copy of the weights.</source>
        <translation>一份权重的梯度所占的显存。</translation>
    </message>
    <message>
        <source>Optimizer state</source>
        <translation>优化器状态</translation>
    </message>
    <message>
        <source>Memory of the optimizer&apos;s state on a device.</source>
        <translation>设备上优化器状态所占的显存。</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>缓冲区</translation>
    </message>
    <message>
        <source>Memory of communication buffers, workspace and the runtime on a device.</source>
        <translation>设备上通信缓冲区、工作区与运行时所占的显存。</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>With the gradient</source>
        <translation>梯度到达时</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Beside the work</source>
        <translation>异步（与计算并行）</translation>
    </message>
    <message>
        <source>Blocking calls</source>
        <translation>阻塞调用</translation>
    </message>
    <message>
        <source>Micro-batches that a chunk runs in a row before the next chunk has its turn; 0 stands for as many as there are stages, or a few more where the last group would have fewer.</source>
        <translation>一个分块连续运行多少个微批次后轮到下一个分块；0 表示与流水线级数相同，若末组会更小则略多。</translation>
    </message>
    <message>
        <source>Memory of each device: in bytes for all that it holds, or in micro-batches for their activations alone.</source>
        <translation>每个设备的显存上限：以字节计时涵盖其占用的一切，以微批次计时仅指激活。</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>No micro-batches</source>
        <translation>不切微批次</translation>
    </message>
    <message>
        <source>One batch runs through four stages. Only one of them works at any time: 75 % of the device time is bubble.</source>
        <translation>一个批次依次通过四级，任何时刻只有一级在工作：75 % 的设备时间是气泡。</translation>
    </message>
    <message>
        <source>Four micro-batches, forward only</source>
        <translation>四个微批次，仅前向</translation>
    </message>
    <message>
        <source>The batch is cut into four: seven slots, three of them bubble on each device. Efficiency rises from 25 % to 57.1 %.</source>
        <translation>批次切成四份：共七个时隙，每个设备有三个是气泡。效率从 25 % 升到 57.1 %。</translation>
    </message>
    <message>
        <source>Sixteen micro-batches</source>
        <translation>十六个微批次</translation>
    </message>
    <message>
        <source>M = 4 P, the cautious rule of thumb: the bubble is down to 15.8 %.</source>
        <translation>M = 4 P，保守的经验法则：气泡降到 15.8 %。</translation>
    </message>
    <message>
        <source>GPT-3 175B, M = 8, GPipe</source>
        <translation>GPT-3 175B，M = 8，GPipe</translation>
    </message>
    <message>
        <source>Eight stages and as many micro-batches: 46.7 % bubble, low throughput. Activations modelled: 34 s b h / 8 bytes a layer, 12 layers a stage.</source>
        <translation>八级与八个微批次：气泡 46.7 %，吞吐低。激活按模型估算：每层 34 s b h / 8 字节，每级 12 层。</translation>
    </message>
    <message>
        <source>GPT-3 175B, M = 8, 1F1B</source>
        <translation>GPT-3 175B，M = 8，1F1B</translation>
    </message>
    <message>
        <source>Eight stages and as many micro-batches: 46.7 % bubble, the same as GPipe, and here the same memory.</source>
        <translation>八级与八个微批次：气泡 46.7 %，与 GPipe 相同，此处显存也相同。</translation>
    </message>
    <message>
        <source>GPT-3 175B, M = 32, GPipe</source>
        <translation>GPT-3 175B，M = 32，GPipe</translation>
    </message>
    <message>
        <source>M = 4 P: 17.9 % bubble, high throughput, and 32 micro-batches of activations still fit the 40 that there is room for.</source>
        <translation>M = 4 P：气泡 17.9 %，吞吐高，32 个微批次的激活仍在 40 个的容量之内。</translation>
    </message>
    <message>
        <source>GPT-3 175B, M = 32, 1F1B</source>
        <translation>GPT-3 175B，M = 32，1F1B</translation>
    </message>
    <message>
        <source>17.9 % bubble as with GPipe, but at most eight micro-batches are alive.</source>
        <translation>气泡 17.9 %，与 GPipe 相同，但至多只有八个微批次在途。</translation>
    </message>
    <message>
        <source>GPT-3 175B, M = 128, GPipe</source>
        <translation>GPT-3 175B，M = 128，GPipe</translation>
    </message>
    <message>
        <source>5.2 % bubble, but GPipe keeps all 128 micro-batches alive, and there is room for 40: it does not fit.</source>
        <translation>气泡 5.2 %，但 GPipe 要保留全部 128 个微批次，而容量只有 40 个：放不下。</translation>
    </message>
    <message>
        <source>GPT-3 175B, M = 128, 1F1B</source>
        <translation>GPT-3 175B，M = 128，1F1B</translation>
    </message>
    <message>
        <source>5.2 % bubble with eight micro-batches alive: 1F1B makes the large M affordable.</source>
        <translation>气泡 5.2 %，只有八个微批次在途：1F1B 使大的 M 成为可能。</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>%1 slot</source>
        <translation>%1 时隙</translation>
    </message>
    <message>
        <source>%1 slots</source>
        <translation>%1 时隙</translation>
    </message>
    <message>
        <source>The list of stage times</source>
        <translation>各级时间列表</translation>
    </message>
    <message>
        <source>slots</source>
        <translation>时隙</translation>
    </message>
</context>
<context>
    <name>ReadoutText</name>
    <message>
        <source>uneven stages</source>
        <translation>各级不均</translation>
    </message>
    <message>
        <source>hop latency</source>
        <translation>跳延迟</translation>
    </message>
    <message>
        <source>uneven stages and hop latency</source>
        <translation>各级不均与跳延迟</translation>
    </message>
    <message>
        <source>the last group is not full</source>
        <translation>最后一组不满</translation>
    </message>
    <message>
        <source>formula %1, simulated %2: %3</source>
        <translation>公式 %1，模拟 %2：%3</translation>
    </message>
    <message>
        <source>Bubble</source>
        <translation>气泡率</translation>
    </message>
    <message>
        <source>Bubble: the share of device time in which devices wait. Simulated.</source>
        <translation>气泡率：设备处于等待的时间占比。由模拟得出。</translation>
    </message>
    <message>
        <source>Bubble ratio, idle time over all device time (GPipe): %1</source>
        <translation>气泡率，空闲时间与全部设备时间之比（GPipe）：%1</translation>
    </message>
    <message>
        <source>Bubble over ideal, idle time over the time of the work alone, (P−1)/M (Megatron-LM): %1</source>
        <translation>气泡与理想时间之比，空闲时间与纯计算时间之比，(P−1)/M（Megatron-LM）：%1</translation>
    </message>
    <message>
        <source>Span bubble ratio, each device counted from its first pass to its last (Zero Bubble): %1</source>
        <translation>跨度气泡率，每个设备从首个操作计到末个操作（Zero Bubble）：%1</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>效率</translation>
    </message>
    <message>
        <source>Efficiency: the share of device time in which devices work, 1 − bubble ratio. Also called parallel efficiency. Simulated.</source>
        <translation>效率：设备处于工作的时间占比，即 1 − 气泡率，也称并行效率。由模拟得出。</translation>
    </message>
    <message>
        <source>On average %1 of %2 devices are at work.</source>
        <translation>平均有 %1 个设备在工作（共 %2 个）。</translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation>总时长</translation>
    </message>
    <message>
        <source>simulated: %1</source>
        <translation>模拟：%1</translation>
    </message>
    <message>
        <source>%1 micro-batches per slot</source>
        <translation>每时隙 %1 个微批次</translation>
    </message>
    <message>
        <source>%1 micro-batches/s</source>
        <translation>%1 微批次/秒</translation>
    </message>
    <message>
        <source>Makespan: from the first pass of the iteration to the end of its last. Simulated.</source>
        <translation>总时长：从迭代的首个操作开始到末个操作结束。由模拟得出。</translation>
    </message>
    <message>
        <source>Throughput: micro-batches over makespan.</source>
        <translation>吞吐：微批次数除以总时长。</translation>
    </message>
    <message>
        <source>That is %1 samples per slot.</source>
        <translation>即每时隙 %1 个样本。</translation>
    </message>
    <message>
        <source>That is %1 samples/s.</source>
        <translation>即每秒 %1 个样本。</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>加速比</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>over no micro-batches</source>
        <translation>相比不切微批次</translation>
    </message>
    <message>
        <source>Speed-up: the time of the same batch uncut, every stage waiting for the one before, over this makespan. At most P = %1.</source>
        <translation>加速比：同一批次不切分、各级依次等待时的时间，除以当前总时长。至多为 P = %1。</translation>
    </message>
    <message>
        <source>Uncut, the batch takes %1.</source>
        <translation>不切分时该批次需 %1。</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值显存</translation>
    </message>
    <message>
        <source>no limit, device %1</source>
        <translation>无上限，设备 %1</translation>
    </message>
    <message>
        <source>%1 of %2 micro-batches, device %3</source>
        <translation>%1 / %2 个微批次，设备 %3</translation>
    </message>
    <message>
        <source>%1 of %2, device %3</source>
        <translation>%1 / %2，设备 %3</translation>
    </message>
    <message>
        <source>over the limit: %1</source>
        <translation>超出上限：%1</translation>
    </message>
    <message>
        <source>its conditions do not hold</source>
        <translation>公式的条件不满足</translation>
    </message>
    <message>
        <source>searched for these times and this memory</source>
        <translation>针对这些耗时和这份显存搜索得出</translation>
    </message>
    <message>
        <source>proved optimal</source>
        <translation>已证明最优</translation>
    </message>
    <message>
        <source>at most %1 above the bound %2</source>
        <translation>至多高出下界 %2 的 %1</translation>
    </message>
    <message>
        <source>optimizer step</source>
        <translation>优化器更新</translation>
    </message>
    <message>
        <source>exact if %1</source>
        <translation>精确条件：%1</translation>
    </message>
    <message>
        <source>no closed formula; simulated</source>
        <translation>无闭式公式，模拟所得</translation>
    </message>
    <message>
        <source>One micro-batch takes a = %1.</source>
        <translation>一个微批次占 a = %1。</translation>
    </message>
    <message>
        <source>messages block</source>
        <translation>消息阻塞</translation>
    </message>
    <message>
        <source>%1 of activations, %2 of model state</source>
        <translation>激活 %1，模型状态 %2</translation>
    </message>
    <message>
        <source>activations, some of them in part</source>
        <translation>激活，其中一些只保留一部分</translation>
    </message>
    <message>
        <source>Peak memory: the most that a device holds at any time: activations, from forward to the end of backward, and the weights, gradients, optimizer state and buffers that the plan names. Simulated.</source>
        <translation>峰值显存：一个设备在任何时刻占用的最多显存：从前向到反向结束的激活，以及方案中给出的权重、梯度、优化器状态与缓冲区。由模拟得出。</translation>
    </message>
</context>
<context>
    <name>RulerWords</name>
    <message>
        <source>Δ %1 · %2 of the makespan · %3</source>
        <translation>Δ %1 · 占总时长的 %2 · %3</translation>
    </message>
    <message>
        <source>1 operation</source>
        <translation>1 个操作</translation>
    </message>
    <message>
        <source>%1 operations</source>
        <translation>%1 个操作</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>Searched for the plan&apos;s times: weight gradients fill the idle time, with the memory of 1F1B on every device.</source>
        <translation>按方案的时间搜索得出：用权重梯度填补空闲，每个设备的内存与 1F1B 相同。</translation>
    </message>
    <message>
        <source>Searched for the plan&apos;s times: with twice the memory of 1F1B, devices idle hardly at all between their first and their last operation.</source>
        <translation>按方案的时间搜索得出：内存为 1F1B 的两倍，设备从第一个操作到最后一个操作之间几乎没有空闲。</translation>
    </message>
    <message>
        <source>W ≤ F, W ≤ I and M ≥ P</source>
        <translation>W ≤ F、W ≤ I 且 M ≥ P</translation>
    </message>
    <message>
        <source>F = I, W ≥ I and M ≥ 2P−1</source>
        <translation>F = I、W ≥ I 且 M ≥ 2P−1</translation>
    </message>
    <message>
        <source>ZB-V for passes of unequal times: searched for the plan&apos;s times, with the memory of 1F1B on every device.</source>
        <translation>适用于各趟时间不等的 ZB-V：按方案的时间搜索得出，每个设备的内存与 1F1B 相同。</translation>
    </message>
    <message>
        <source>two chunks on each device; any M</source>
        <translation>每个设备两个分块；任意 M</translation>
    </message>
    <message>
        <source>F = I = W and M ≥ 2P−1</source>
        <translation>F = I = W 且 M ≥ 2P−1</translation>
    </message>
    <message>
        <source>A V whose building block keeps chunks alive for a shorter time: half the memory of 1F1B at half its bubble.</source>
        <translation>V 形调度，其构造块缩短分块激活的存活时间：内存与气泡均约为 1F1B 的一半。</translation>
    </message>
    <message>
        <source>A V whose building block is as short as can be: a third of the memory of 1F1B at two thirds of its bubble; passes of unequal times cost it idle time in every round.</source>
        <translation>V 形调度，其构造块短到极限：内存约为 1F1B 的三分之一，气泡约为其三分之二；各趟时间不等时，每一轮都会出现空闲。</translation>
    </message>
    <message>
        <source>F = I = W and M ≥ 2P</source>
        <translation>F = I = W 且 M ≥ 2P</translation>
    </message>
    <message>
        <source>1F1B on a V, with whole backward passes: two thirds of the memory of 1F1B.</source>
        <translation>V 形布局上的 1F1B，反向不拆分：内存约为 1F1B 的三分之二。</translation>
    </message>
    <message>
        <source>B = 2F, P = 3k+1 and M ≥ P</source>
        <translation>B = 2F、P = 3k+1 且 M ≥ P</translation>
    </message>
    <message>
        <source>Interleaved in groups as small as half the devices, with a short warm-up: less memory than interleaved 1F1B and a smaller bubble.</source>
        <translation>交错调度，每组微批次可少至设备数的一半，预热更短：内存和气泡都小于交错式 1F1B。</translation>
    </message>
    <message>
        <source>any M; N from half the devices, rounded up, to all of them</source>
        <translation>任意 M；N 从设备数的一半（向上取整）到设备总数</translation>
    </message>
    <message>
        <source>F = I = W and M a multiple of N</source>
        <translation>F = I = W 且 M 为 N 的倍数</translation>
    </message>
    <message>
        <source>Two pipelines run over the same devices in opposite directions and fill each other&apos;s bubbles; each device holds two copies of weights.</source>
        <translation>两条流水线在同一组设备上反向运行，互相填补气泡；每个设备保存两份权重。</translation>
    </message>
    <message>
        <source>P even; M a multiple of P</source>
        <translation>P 为偶数；M 为 P 的倍数</translation>
    </message>
    <message>
        <source>Two directions over the same devices; the forward pass of one runs together with the backward pass of the other, which hides their messages.</source>
        <translation>同一组设备上有两个方向；一个方向的前向与另一个方向的反向同时进行，从而掩盖通信。</translation>
    </message>
    <message>
        <source>P even; M even, at least 2P</source>
        <translation>P 为偶数；M 为偶数且不小于 2P</translation>
    </message>
    <message>
        <source>F = I ≥ W, and a pair takes F + B</source>
        <translation>F = I ≥ W，且一对前向与反向用时 F + B</translation>
    </message>
    <message>
        <source>DualPipe cut in half: two chunks in a V on each device take the place of the second direction, so that one copy of the weights is enough.</source>
        <translation>把 DualPipe 对半切开：每个设备上呈 V 形的两个分块取代第二个方向，因此一份权重就够了。</translation>
    </message>
    <message>
        <source>V = 2; M at least 2P</source>
        <translation>V = 2；M 不小于 2P</translation>
    </message>
    <message>
        <source>All forward passes, then all backward passes: simple, but every micro-batch of activations stays alive.</source>
        <translation>先做全部前向，再做全部反向：简单，但每个微批次的激活都要保留。</translation>
    </message>
    <message>
        <source>any M</source>
        <translation>任意 M</translation>
    </message>
    <message>
        <source>Forward passes only: the micro-batches fill the pipeline and drain it.</source>
        <translation>仅前向：微批次填满流水线，再排空。</translation>
    </message>
    <message>
        <source>any M; with chunks, N from 1 to M</source>
        <translation>任意 M；有分块时 N 为 1 到 M</translation>
    </message>
    <message>
        <source>No micro-batches: one batch runs through the stages, and every stage waits.</source>
        <translation>不切微批次：一个批次依次通过各级，每级都要等待。</translation>
    </message>
    <message>
        <source>M = 1</source>
        <translation>M = 1</translation>
    </message>
    <message>
        <source>After a warm-up each device alternates one forward and one backward pass, so at most P micro-batches of activations stay alive.</source>
        <translation>预热之后，每个设备交替进行一次前向与一次反向，因此至多保留 P 个微批次的激活。</translation>
    </message>
    <message>
        <source>any M (PyTorch asks for M ≥ P)</source>
        <translation>任意 M（PyTorch 要求 M ≥ P）</translation>
    </message>
    <message>
        <source>Searched for these times and this memory: never worse than a published schedule within the same limit, and with a bound that says how much better an order could be.</source>
        <translation>针对这些耗时和这份显存搜索得出：在同一上限内不逊于任何已发表的调度，并给出下界，说明顺序最多还能好多少。</translation>
    </message>
    <message>
        <source>memory for one micro-batch</source>
        <translation>显存至少容得下一个微批次</translation>
    </message>
    <message>
        <source>no device waits after its first forward pass</source>
        <translation>各设备在第一次前向之后都无需等待</translation>
    </message>
    <message>
        <source>An order that is given: imported from a schedule CSV, or edited by hand.</source>
        <translation>给定的顺序：从调度 CSV 导入，或手动编辑。</translation>
    </message>
    <message>
        <source>P, M and V of the order</source>
        <translation>P、M、V 取自该顺序</translation>
    </message>
    <message>
        <source>1F1B with twice the warm-up: messages hide behind work, for almost twice the activations.</source>
        <translation>预热加倍的 1F1B：消息被计算掩盖，代价是近两倍的激活。</translation>
    </message>
    <message>
        <source>Chunks in waves there and back over the devices: a small bubble even for few micro-batches, without a second copy of the weights.</source>
        <translation>各分块在设备间往返成波：微批次很少时气泡也小，且无需第二份权重。</translation>
    </message>
    <message>
        <source>V even, two chunks a wave; any M</source>
        <translation>V 为偶数，每个波两个分块；任意 M</translation>
    </message>
    <message>
        <source>the paper&apos;s figure for M = P and B = 2F, which the order here comes near</source>
        <translation>论文给出的是 M = P、B = 2F 时的数值，此处的顺序与之接近</translation>
    </message>
    <message>
        <source>1F1B over several chunks on each device: the bubble shrinks by their number, for more messages and a little more memory.</source>
        <translation>每个设备有多个分块的 1F1B：气泡按分块数缩小，代价是更多消息与略多的显存。</translation>
    </message>
    <message>
        <source>V ≥ 2 and any M; a group for which the devices do not wait for each other for ever</source>
        <translation>V ≥ 2，任意 M；分组大小不得使各设备永远互相等待</translation>
    </message>
    <message>
        <source>no group has fewer than P micro-batches</source>
        <translation>没有任何一组少于 P 个微批次</translation>
    </message>
    <message>
        <source>Interleaved 1F1B with split backward passes: weight gradients fill a part of the bubble.</source>
        <translation>反向拆分的交错 1F1B：权重梯度填入一部分气泡。</translation>
    </message>
    <message>
        <source>no group has fewer than P micro-batches, W ≤ F and W ≤ I</source>
        <translation>没有任何一组少于 P 个微批次，W ≤ F 且 W ≤ I</translation>
    </message>
    <message>
        <source>GPipe over several chunks on each device: the bubble shrinks by their number, and each chunk is needed in one stretch.</source>
        <translation>每个设备有多个分块的 GPipe：气泡按分块数缩小，且每个分块只在一段连续时间内使用。</translation>
    </message>
    <message>
        <source>V ≥ 2, any M</source>
        <translation>V ≥ 2，任意 M</translation>
    </message>
    <message>
        <source>M ≥ P</source>
        <translation>M ≥ P</translation>
    </message>
    <message>
        <source>these M micro-batches by themselves; as more come, nobody waits</source>
        <translation>仅就这 M 个微批次而言；后续微批次不断到来时，谁也不等待</translation>
    </message>
    <message>
        <source>1F1B that updates the weights after every backward pass and never drains; each micro-batch in flight keeps the weights that it used.</source>
        <translation>每次反向之后都更新权重、从不排空的 1F1B；每个在途微批次保留它所用的权重。</translation>
    </message>
    <message>
        <source>1F1B that never drains and updates the weights once for M micro-batches; two versions of them are enough.</source>
        <translation>从不排空的 1F1B，每 M 个微批次更新一次权重；只需两个权重版本。</translation>
    </message>
    <message>
        <source>M ≥ P, so that two versions are enough</source>
        <translation>M ≥ P，从而两个版本就够</translation>
    </message>
    <message>
        <source>1F1B that keeps only the inputs of the stages and computes the activations again before each backward pass.</source>
        <translation>只保留各级输入、在每次反向之前重新计算激活的 1F1B。</translation>
    </message>
    <message>
        <source>recomputations start with the gradient</source>
        <translation>重计算在梯度到达时开始</translation>
    </message>
    <message>
        <source>1F1B over slices of the sequence: the bubble and the memory shrink with their number.</source>
        <translation>按序列切片运行的 1F1B：切片越多，气泡与显存越小。</translation>
    </message>
    <message>
        <source>any M; a model with causal attention</source>
        <translation>任意 M；模型须用因果注意力</translation>
    </message>
    <message>
        <source>GPipe over slices of the sequence: even one long sequence fills the pipeline.</source>
        <translation>按序列切片运行的 GPipe：即使只有一条长序列也能填满流水线。</translation>
    </message>
    <message>
        <source>Two chunks in a V with split backward passes: with equal passes no device waits from its first pass to its last, at the memory of 1F1B.</source>
        <translation>两个分块呈 V 形、反向拆分：各趟计算等长时，任何设备从首趟到末趟都不等待，显存与 1F1B 相同。</translation>
    </message>
    <message>
        <source>V = 2, any M; no bubble needs M ≥ 2P−1</source>
        <translation>V = 2，任意 M；无气泡需 M ≥ 2P−1</translation>
    </message>
    <message>
        <source>M ≥ 2P−1, F ≤ I and W ≤ I</source>
        <translation>M ≥ 2P−1，F ≤ I 且 W ≤ I</translation>
    </message>
    <message>
        <source>1F1B with split backward passes: weight gradients fill a part of the bubble, at the memory of 1F1B.</source>
        <translation>反向拆分的 1F1B：权重梯度填入一部分气泡，显存与 1F1B 相同。</translation>
    </message>
    <message>
        <source>any M (the authors&apos; script asks for M ≥ 2P)</source>
        <translation>任意 M（作者的脚本要求 M ≥ 2P）</translation>
    </message>
    <message>
        <source>M ≥ P, W ≤ F and W ≤ I</source>
        <translation>M ≥ P，W ≤ F 且 W ≤ I</translation>
    </message>
    <message>
        <source>ZB-H1 with twice the warm-up: with equal passes no device waits from its first pass to its last, at twice the memory of 1F1B.</source>
        <translation>预热加倍的 ZB-H1：各趟计算等长时，任何设备从首趟到末趟都不等待，显存为 1F1B 的两倍。</translation>
    </message>
    <message>
        <source>M ≥ 2P−1, W ≤ F and 2W ≤ F+I</source>
        <translation>M ≥ 2P−1，W ≤ F 且 2W ≤ F+I</translation>
    </message>
</context>
<context>
    <name>SelectionPainter</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>pipegantt::BatchSection</name>
    <message>
        <source>No global batch is given.</source>
        <translation>未给出全局批大小。</translation>
    </message>
    <message>
        <source>Below the usual %1 to %2: many passes, each with its overhead.</source>
        <translation>低于通常的 %1 到 %2：趟数多，每趟都有开销。</translation>
    </message>
    <message>
        <source>Within the usual %1 to %2 for this depth.</source>
        <translation>在此深度通常的 %1 到 %2 之内。</translation>
    </message>
    <message>
        <source>Above the usual %1 to %2: efficient passes, but a larger bubble.</source>
        <translation>高于通常的 %1 到 %2：单次计算高效，但气泡更大。</translation>
    </message>
    <message>
        <source>M does not divide the global batch.</source>
        <translation>M 不能整除全局批大小。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Micro-batch size</source>
        <translation>微批大小</translation>
    </message>
    <message>
        <source>&lt;p&gt;Samples in one micro-batch: the global batch divided by M. Small ones fill the pipeline better, large ones use the device better.&lt;/p&gt;</source>
        <translation>&lt;p&gt;一个微批次中的样本数：全局批大小除以 M。小的更能填满流水线，大的更能用好设备。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>pipegantt::BubbleChart</name>
    <message>
        <source>Bubble against M</source>
        <translation>气泡率与 M 的关系</translation>
    </message>
    <message>
        <source>P = %1, drag the point</source>
        <translation>P = %1，可拖动圆点</translation>
    </message>
    <message>
        <source>P = %1, one batch, no micro-batches</source>
        <translation>P = %1，整批运行，不切微批次</translation>
    </message>
    <message>
        <source>target %1 %</source>
        <translation>目标 %1 %</translation>
    </message>
    <message>
        <source>The share of all device time that is idle if the batch is cut into M micro-batches, under this schedule and those of the textbooks. Drag the point, or use the arrow keys, Page Up and Page Down, to change M.</source>
        <translation>把批次切成 M 个微批次时，当前调度与教科书中各调度下设备空闲时间所占的比例。拖动圆点，或用方向键、Page Up、Page Down 改变 M。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of schedules</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>M = %1 · %2</source>
        <translation>M = %1 · %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>pipegantt::CatalogueModel</name>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Bubble</source>
        <translation>气泡率</translation>
    </message>
    <message>
        <source>Span bubble</source>
        <translation>跨度气泡率</translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation>总时长</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值显存</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>Weight copies</source>
        <translation>权重份数</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Idle time of all devices over all device time</source>
        <translation>所有设备的空闲时间占全部设备时间的比例</translation>
    </message>
    <message>
        <source>The same over the longest span of a device, as the Zero Bubble paper counts</source>
        <translation>同上，但以单个设备的最长跨度为准，即 Zero Bubble 论文的算法</translation>
    </message>
    <message>
        <source>Memory of the device that holds most</source>
        <translation>占用最多的设备的显存</translation>
    </message>
    <message>
        <source>Activations that the device holds at its peak, in micro-batches</source>
        <translation>该设备在峰值时保留的激活，以微批次计</translation>
    </message>
    <message>
        <source>Messages between two devices in an iteration: activations and gradients</source>
        <translation>一次迭代中设备之间的消息数：激活与梯度</translation>
    </message>
    <message>
        <source>Copies of the weights on each device</source>
        <translation>每个设备上的权重份数</translation>
    </message>
    <message>
        <source>forward only</source>
        <translation>仅前向</translation>
    </message>
    <message>
        <source>too large to compare; choose it to see its numbers</source>
        <translation>规模过大，未参与比较；选用后可见其数值</translation>
    </message>
    <message>
        <source>over the memory limit</source>
        <translation>超出显存上限</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between notes</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Runs with %1.</source>
        <translation>运行条件：%1。</translation>
    </message>
    <message>
        <source>bubble %1</source>
        <translation>气泡率 %1</translation>
    </message>
    <message>
        <source>peak memory %1</source>
        <translation>峰值显存 %1</translation>
    </message>
</context>
<context>
    <name>pipegantt::ChartRows</name>
    <message>
        <source>stage %1, back</source>
        <translation>第 %1 级（反方向）</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>第 %1 级</translation>
    </message>
    <message>
        <source>device %1 · chunk %2</source>
        <translation>设备 %1 · 分块 %2</translation>
    </message>
    <message>
        <source>device %1</source>
        <translation>设备 %1</translation>
    </message>
    <message>
        <source>rows %1 – %2 of %3</source>
        <translation>第 %1 – %2 行，共 %3 行</translation>
    </message>
    <message>
        <source>1 row hidden</source>
        <translation>已隐藏 1 行</translation>
    </message>
    <message>
        <source>%1 rows hidden</source>
        <translation>已隐藏 %1 行</translation>
    </message>
    <message>
        <source>%1 does not run · %2</source>
        <translation>%1未运行 · %2</translation>
    </message>
    <message>
        <source>device %1 runs others for %2</source>
        <translation>设备 %1 运行其他级 %2</translation>
    </message>
    <message>
        <source>device %1 is idle for %2</source>
        <translation>设备 %1 空闲 %2</translation>
    </message>
    <message>
        <source>%1 rows from %2 on</source>
        <comment>how many, the name of the first</comment>
        <translation>自%2起的 %1 行</translation>
    </message>
    <message>
        <source>%1 operations · %2</source>
        <comment>and the name of a row</comment>
        <translation>%1 个操作 · %2</translation>
    </message>
</context>
<context>
    <name>pipegantt::CommandPalette</name>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>没有与“%1”匹配的命令。</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入要执行的操作</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>pipegantt::CompareBar</name>
    <message>
        <source>Add a plan to compare</source>
        <translation>添加要对比的方案</translation>
    </message>
</context>
<context>
    <name>pipegantt::CompareCanvas</name>
    <message>
        <source>Overlaid, the rows of %1 devices in %2 plans are thinner than a pixel. Stacked, or as a wipe, they can be seen.</source>
        <translation>叠放时，%2 个方案中 %1 台设备的行比一个像素还细。请改用上下排列或划像对比。</translation>
    </message>
    <message>
        <source>bubble %1</source>
        <translation>气泡 %1</translation>
    </message>
    <message>
        <source>no device %1</source>
        <translation>无设备 %1</translation>
    </message>
    <message>
        <source>no devices %1 – %2</source>
        <translation>无设备 %1 – %2</translation>
    </message>
    <message>
        <source>Comparison of plans on one time axis</source>
        <translation>同一时间轴上的方案对比</translation>
    </message>
    <message>
        <source>no device %1 in this plan</source>
        <translation>此方案没有设备 %1</translation>
    </message>
</context>
<context>
    <name>pipegantt::CompareDesk</name>
    <message>
        <source>%1 plans are pinned already, as many as can be. Unpin one first.</source>
        <translation>已固定 %1 个方案，已达上限。请先取消固定一个。</translation>
    </message>
    <message>
        <source>Add plans to compare</source>
        <translation>添加要对比的方案</translation>
    </message>
    <message>
        <source>Plans and orders (*%1 *%2);;All files (*)</source>
        <translation>计划与顺序 (*%1 *%2);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Swap with a pinned plan</source>
        <translation>与固定的方案互换</translation>
    </message>
</context>
<context>
    <name>pipegantt::CompareSet</name>
    <message>
        <source>Current: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>Baseline: %1</source>
        <translation>基线：%1</translation>
    </message>
</context>
<context>
    <name>pipegantt::CostsSection</name>
    <message>
        <source>Costs</source>
        <translation>开销</translation>
    </message>
    <message>
        <source>&lt;p&gt;Messages and links, the optimizer, jitter, and what a device holds beside activations.&lt;/p&gt;</source>
        <translation>&lt;p&gt;消息与链路、优化器、抖动，以及设备上激活之外的显存。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Hide the costs</source>
        <translation>收起开销</translation>
    </message>
    <message>
        <source>Show the costs</source>
        <translation>展开开销</translation>
    </message>
    <message>
        <source>Show, %1 set</source>
        <translation>展开，已设 %1 项</translation>
    </message>
</context>
<context>
    <name>pipegantt::DeviceModel</name>
    <message>
        <source>device %1</source>
        <translation>设备 %1</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>How long it works</source>
        <translation>工作的时间</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>The makespan without that</source>
        <translation>总时长中其余的时间</translation>
    </message>
    <message>
        <source>Bubble</source>
        <translation>气泡率</translation>
    </message>
    <message>
        <source>Idle time over the makespan</source>
        <translation>空闲时间与总时长之比</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>跨度</translation>
    </message>
    <message>
        <source>From the start of its first operation to the end of its last</source>
        <translation>从第一个操作开始到最后一个操作结束</translation>
    </message>
    <message>
        <source>Peak chunks</source>
        <translation>峰值分块数</translation>
    </message>
    <message>
        <source>The most activations of a chunk that it has to hold at a time</source>
        <translation>同时须保留的分块激活的最大数目</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值显存</translation>
    </message>
    <message>
        <source>The most memory that it holds at a time</source>
        <translation>同时占用的最大显存</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Idle before its first operation</source>
        <translation>第一个操作之前的空闲</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Idle while a message that it needs is on its way</source>
        <translation>所需消息在途时的空闲</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>依赖</translation>
    </message>
    <message>
        <source>Idle while an operation elsewhere runs that it needs, as far as that takes no longer than in its own stage</source>
        <translation>等待其他设备上所需操作时的空闲，以该操作在本级所需的时间为限</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>不均衡</translation>
    </message>
    <message>
        <source>Idle because an operation elsewhere takes longer than its own</source>
        <translation>因其他设备上的操作比本级更长而产生的空闲</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>Idle after its last operation</source>
        <translation>最后一个操作之后的空闲</translation>
    </message>
</context>
<context>
    <name>pipegantt::DeviceTable</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Copy the table as Markdown; Ctrl+C copies the selected rows, or all</source>
        <translation>将表格复制为 Markdown；Ctrl+C 复制选中的行，未选时复制全部</translation>
    </message>
    <message>
        <source>Copy exact numbers as CSV</source>
        <translation>将精确数值复制为 CSV</translation>
    </message>
    <message>
        <source>Devices: busy and idle time, memory</source>
        <translation>设备：忙碌与空闲时间、显存</translation>
    </message>
    <message>
        <source>Return sorts by the column that the keys are at</source>
        <translation>按回车键以当前列排序</translation>
    </message>
</context>
<context>
    <name>pipegantt::DifferencePanel</name>
    <message>
        <source>Pin a plan as the baseline first.</source>
        <translation>请先把一个方案固定为基线。</translation>
    </message>
    <message>
        <source>Differences from the baseline</source>
        <translation>与基线的差异</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Differences of the plans</source>
        <translation>各方案的差异</translation>
    </message>
    <message>
        <source>Differences of the devices</source>
        <translation>各设备的差异</translation>
    </message>
</context>
<context>
    <name>pipegantt::DocumentFiles</name>
    <message>
        <source>Open a plan</source>
        <translation>打开方案</translation>
    </message>
    <message>
        <source>Plans (*%1);;All files (*)</source>
        <translation>方案 (*%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>无法打开该文件</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”有尚未保存的更改。</translation>
    </message>
    <message>
        <source>Save them first?</source>
        <translation>要先保存吗？</translation>
    </message>
    <message>
        <source>The plan cannot be saved</source>
        <translation>无法保存方案</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新方案</translation>
    </message>
    <message>
        <source>Plans and orders (*%1 *%2);;All files (*)</source>
        <translation>计划与顺序 (*%1 *%2);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a schedule CSV</source>
        <translation>导入调度 CSV</translation>
    </message>
    <message>
        <source>Schedule CSV (*%1);;All files (*)</source>
        <translation>调度 CSV (*%1);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>pipegantt::ExportDialog</name>
    <message>
        <source>&amp;Resolution</source>
        <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>SVG, for papers and editing</source>
        <translation>SVG，用于论文与编辑</translation>
    </message>
    <message>
        <source>PNG, for slides and the web</source>
        <translation>PNG，用于幻灯片与网页</translation>
    </message>
    <message>
        <source>PDF, for print</source>
        <translation>PDF，用于印刷</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>84 mm is one column of a paper, 174 mm two.</source>
        <translation>论文单栏宽 84 mm，双栏宽 174 mm。</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>配色(&amp;O)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Puts the figure on the clipboard, as a picture and as SVG.</source>
        <translation>把图同时以图片和 SVG 放到剪贴板。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
</context>
<context>
    <name>pipegantt::FindBar</name>
    <message>
        <source>searching …</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>找到 1 个</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 个</translation>
    </message>
    <message>
        <source>F12, 0F3, stage 3, device 2, mb 5, bubble &gt; 5, wait message</source>
        <translation>F12、0F3、stage 3、device 2、mb 5、bubble &gt; 5、wait message</translation>
    </message>
    <message>
        <source>Search the chart</source>
        <translation>搜索图表</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;F12&lt;/b&gt;, &lt;b&gt;B3&lt;/b&gt;, &lt;b&gt;W7&lt;/b&gt;: passes of a micro-batch; &lt;b&gt;0F3&lt;/b&gt;: of a stage; &lt;b&gt;F3.1&lt;/b&gt;: of a slice&lt;/p&gt;&lt;p&gt;&lt;b&gt;stage 3&lt;/b&gt;, &lt;b&gt;device 2&lt;/b&gt;, &lt;b&gt;mb 5&lt;/b&gt;, &lt;b&gt;chunk 1&lt;/b&gt;, &lt;b&gt;slice 0&lt;/b&gt;&lt;/p&gt;&lt;p&gt;&lt;b&gt;bubble &amp;gt; 5&lt;/b&gt;, &lt;b&gt;bubble &amp;gt;= 10%&lt;/b&gt; of the makespan, &lt;b&gt;length &amp;lt; 2&lt;/b&gt;&lt;/p&gt;&lt;p&gt;&lt;b&gt;wait message&lt;/b&gt;, &lt;b&gt;warm-up&lt;/b&gt;, &lt;b&gt;drain&lt;/b&gt;, &lt;b&gt;dependency&lt;/b&gt;, &lt;b&gt;imbalance&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Several words must all hold.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;F12&lt;/b&gt;、&lt;b&gt;B3&lt;/b&gt;、&lt;b&gt;W7&lt;/b&gt;：某个微批次的操作；&lt;b&gt;0F3&lt;/b&gt;：某一级的操作；&lt;b&gt;F3.1&lt;/b&gt;：某个切片的操作&lt;/p&gt;&lt;p&gt;&lt;b&gt;stage 3&lt;/b&gt;（级）、&lt;b&gt;device 2&lt;/b&gt;（设备）、&lt;b&gt;mb 5&lt;/b&gt;（微批次）、&lt;b&gt;chunk 1&lt;/b&gt;（模型块）、&lt;b&gt;slice 0&lt;/b&gt;（切片）&lt;/p&gt;&lt;p&gt;&lt;b&gt;bubble &amp;gt; 5&lt;/b&gt;：气泡长于 5；&lt;b&gt;bubble &amp;gt;= 10%&lt;/b&gt;：占总时长的比例；&lt;b&gt;length &amp;lt; 2&lt;/b&gt;：操作长度&lt;/p&gt;&lt;p&gt;&lt;b&gt;wait message&lt;/b&gt;（等待消息）、&lt;b&gt;warm-up&lt;/b&gt;（预热）、&lt;b&gt;drain&lt;/b&gt;（收尾）、&lt;b&gt;dependency&lt;/b&gt;（等待依赖）、&lt;b&gt;imbalance&lt;/b&gt;（负载不均）&lt;/p&gt;&lt;p&gt;写多个条件时须同时满足。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The hit before (Shift+Return)</source>
        <translation>上一个结果 (Shift+Return)</translation>
    </message>
    <message>
        <source>The next hit (Return)</source>
        <translation>下一个结果 (Return)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索 (Esc)</translation>
    </message>
</context>
<context>
    <name>pipegantt::Links</name>
    <message>
        <source>needs %1, is needed by %2</source>
        <translation>依赖 %1 个操作，被 %2 个操作依赖</translation>
    </message>
    <message>
        <source>more than </source>
        <translation>超过 </translation>
    </message>
    <message>
        <source>chain: %1%2 steps led here, %3 followed at once</source>
        <translation>因果链：此前 %1%2 步，此后紧接 %3 步</translation>
    </message>
    <message>
        <source>the %1 nearest are drawn</source>
        <translation>只画出最近的 %1 步</translation>
    </message>
</context>
<context>
    <name>pipegantt::MainWindow</name>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>示例(&amp;X)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>About PipeGantt</source>
        <translation>关于 PipeGantt</translation>
    </message>
    <message>
        <source>&lt;p&gt;Pipeline-parallel training schedules: simulated exactly, drawn truthfully.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Uses Qt %1 and QCustomPlot.&lt;/p&gt;</source>
        <translation>&lt;p&gt;流水线并行训练调度：精确模拟，如实绘制。&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。使用 Qt %1 与 QCustomPlot。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Apply the recommendation</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Drag M</source>
        <translation>拖动 M</translation>
    </message>
    <message>
        <source>Edit this order</source>
        <translation>编辑此顺序</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>pipegantt::MarkCommands</name>
    <message>
        <source>Set a mark</source>
        <translation>设置标记</translation>
    </message>
    <message>
        <source>Name the mark</source>
        <translation>命名标记</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>移除标记</translation>
    </message>
    <message>
        <source>Go to mark %1</source>
        <translation>转到标记 %1</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>beyond the end of the run</source>
        <translation>在运行结束之后</translation>
    </message>
</context>
<context>
    <name>pipegantt::MarkEditor</name>
    <message>
        <source>Name of the mark</source>
        <translation>标记的名称</translation>
    </message>
</context>
<context>
    <name>pipegantt::MemoryChart</name>
    <message>
        <source>per device over time</source>
        <translation>各设备随时间变化</translation>
    </message>
    <message>
        <source>right: micro-batches</source>
        <translation>右侧：微批次</translation>
    </message>
    <message>
        <source>Activation memory</source>
        <translation>激活显存</translation>
    </message>
    <message>
        <source>Activation memory, per device over time</source>
        <translation>各设备随时间变化的激活显存</translation>
    </message>
    <message>
        <source>The activations that each device keeps, from a micro-batch&apos;s forward pass until its backward pass is done. The dot is the first time of the highest peak.</source>
        <translation>每个设备保留的激活，从微批次的前向开始到其反向完成为止。圆点标出最高峰值首次出现的时刻。</translation>
    </message>
    <message>
        <source>limit 1 micro-batch</source>
        <translation>上限 1 个微批次</translation>
    </message>
    <message>
        <source>limit %1 micro-batches</source>
        <translation>上限 %1 个微批次</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>上限 %1</translation>
    </message>
    <message>
        <source>passed by %1 of %2 devices</source>
        <translation>%2 个设备中有 %1 个超出</translation>
    </message>
    <message>
        <source>peak %1 · device %2 · at %3</source>
        <translation>峰值 %1 · 设备 %2 · 于 %3</translation>
    </message>
    <message>
        <source>device %1</source>
        <translation>设备 %1</translation>
    </message>
    <message>
        <source>peak %1 · device %2</source>
        <translation>峰值 %1 · 设备 %2</translation>
    </message>
    <message>
        <source>range of %1 devices</source>
        <translation>%1 个设备的范围</translation>
    </message>
    <message>
        <source>Of so many devices the lines of the heaviest and the lightest are drawn, and the band of all.</source>
        <translation>设备较多时只画出占用最多与最少的设备，以及全部设备的范围带。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>pipegantt::MemorySection</name>
    <message>
        <source>Memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Limit per device</source>
        <translation>每设备上限</translation>
    </message>
    <message>
        <source>Unit of the memory limit</source>
        <translation>显存上限的单位</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>in micro-batches</source>
        <translation>按微批次</translation>
    </message>
    <message>
        <source>in GB</source>
        <translation>按 GB</translation>
    </message>
    <message>
        <source>Change the memory limit</source>
        <translation>更改显存上限</translation>
    </message>
    <message>
        <source>&lt;p&gt;How much memory each device has: so many micro-batches of activations, or so many bytes for all that it holds.&lt;/p&gt;</source>
        <translation>&lt;p&gt;每个设备有多少显存：可容纳若干微批次的激活，或以字节计其占用的一切。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>pipegantt::PagePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation>图的预览</translation>
    </message>
</context>
<context>
    <name>pipegantt::PipelineSection</name>
    <message>
        <source>The %1 schedule does not cut the batch: M is 1.</source>
        <translation>%1 调度不切分批次：M 为 1。</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Given with the order.</source>
        <translation>由顺序给定。</translation>
    </message>
</context>
<context>
    <name>pipegantt::PlanChip</name>
    <message>
        <source>Make this the current plan, and the current one this</source>
        <translation>与当前方案互换</translation>
    </message>
    <message>
        <source>Swap “%1” with the current plan</source>
        <translation>将“%1”与当前方案互换</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Unpin “%1”</source>
        <translation>取消固定“%1”</translation>
    </message>
</context>
<context>
    <name>pipegantt::PlanPanel</name>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
</context>
<context>
    <name>pipegantt::PlanSection</name>
    <message>
        <source>Change %1</source>
        <translation>更改%1</translation>
    </message>
</context>
<context>
    <name>pipegantt::Recognition</name>
    <message>
        <source>An order of its own</source>
        <translation>独有的顺序</translation>
    </message>
    <message>
        <source>This is %1</source>
        <translation>这就是 %1</translation>
    </message>
</context>
<context>
    <name>pipegantt::RecommendationCard</name>
    <message>
        <source>Apply</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Apply M = %1</source>
        <translation>采用 M = %1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>What each direction costs</source>
        <translation>两个方向的代价</translation>
    </message>
    <message>
        <source>What smaller and larger micro-batches cost</source>
        <translation>微批次更小与更大的代价</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>pipegantt::RowChip</name>
    <message>
        <source>%1 · Show all</source>
        <comment>what is hidden</comment>
        <translation>%1 · 全部显示</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>显示所有行</translation>
    </message>
</context>
<context>
    <name>pipegantt::ScheduleBrowser</name>
    <message>
        <source>No schedule matches “%1”.</source>
        <translation>没有与“%1”匹配的调度。</translation>
    </message>
    <message>
        <source>Comparing at P = %1, M = %2 …</source>
        <translation>正在比较（P = %1，M = %2）……</translation>
    </message>
    <message>
        <source>%1 of %2 schedules can run at P = %3, M = %4.</source>
        <translation>共 %2 种调度，其中 %1 种可在 P = %3、M = %4 下运行。</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录顺序</translation>
    </message>
    <message>
        <source>Search by name, paper, year or idea</source>
        <translation>按名称、论文、年份或思想搜索</translation>
    </message>
    <message>
        <source>Search the schedules</source>
        <translation>搜索调度</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Every schedule with its picture (Ctrl+K)</source>
        <translation>每种调度及其缩略图 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All numbers, to sort and to copy (Ctrl+Shift+K)</source>
        <translation>全部数值，可排序和复制 (Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Ctrl+C copies the selected rows, or all</source>
        <translation>Ctrl+C 复制选中的行；未多选时复制全部</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Comparison of the schedules</source>
        <translation>各调度的比较</translation>
    </message>
</context>
<context>
    <name>pipegantt::ScheduleChooser</name>
    <message>
        <source>Choose %1</source>
        <translation>选择 %1</translation>
    </message>
    <message>
        <source>Schedule: %1</source>
        <translation>调度：%1</translation>
    </message>
</context>
<context>
    <name>pipegantt::SearchStrip</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>End the search with the best order so far (Esc)</source>
        <translation>以目前最好的顺序结束搜索（Esc）</translation>
    </message>
    <message>
        <source>Searching for a better order: %1 so far, at most %2 above the bound.</source>
        <translation>正在搜索更好的顺序：目前 %1，至多高出下界 %2。</translation>
    </message>
    <message>
        <source>Searching for a better order: %1 so far.</source>
        <translation>正在搜索更好的顺序：目前 %1。</translation>
    </message>
</context>
<context>
    <name>pipegantt::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>On a slider or in a field</source>
        <translation>在滑块或输入框中</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>Twice, half</source>
        <translation>加倍、减半</translation>
    </message>
</context>
<context>
    <name>pipegantt::StageTimes</name>
    <message>
        <source>Each stage its own time</source>
        <translation>逐级设定时间</translation>
    </message>
    <message>
        <source>&lt;p&gt;Gives each stage its own forward and backward time, in the order of the model: a list with one time for each stage, for example 1, 1, 2, 1.&lt;/p&gt;</source>
        <translation>&lt;p&gt;按模型次序给出每一级各自的前向与反向时间：每级一个时间的列表，例如 1, 1, 2, 1。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Forward time of each stage</source>
        <translation>各级的前向时间</translation>
    </message>
    <message>
        <source>Backward time of each stage</source>
        <translation>各级的反向时间</translation>
    </message>
    <message>
        <source>Give each stage its own time</source>
        <translation>逐级设定时间</translation>
    </message>
    <message>
        <source>Give all stages one time</source>
        <translation>各级使用同一时间</translation>
    </message>
    <message>
        <source>Change the times of the stages</source>
        <translation>更改各级时间</translation>
    </message>
</context>
<context>
    <name>pipegantt::TimeSection</name>
    <message>
        <source>Change the unit of time</source>
        <translation>更改时间单位</translation>
    </message>
    <message>
        <source>Each stage has its own time, below.</source>
        <translation>各级时间见下方列表。</translation>
    </message>
    <message>
        <source>This schedule has no backward pass.</source>
        <translation>该调度没有反向。</translation>
    </message>
    <message>
        <source>Source: given in slots, an abstract unit</source>
        <translation>来源：以时隙给出（抽象单位）</translation>
    </message>
    <message>
        <source>Source: given as times, not measured</source>
        <translation>来源：以时间给出，并非实测</translation>
    </message>
    <message>
        <source>Time of one micro-batch</source>
        <translation>单个微批次的时间</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>&lt;p&gt;A slot is an abstract unit of time, for pipelines that nobody has measured. In real units a slot counts as 1 ms.&lt;/p&gt;</source>
        <translation>&lt;p&gt;时隙是抽象的时间单位，用于尚未实测的流水线。换算为实际单位时，一个时隙计为 1 ms。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Time of one slice</source>
        <translation>单个切片的时间</translation>
    </message>
    <message>
        <source>Time of one chunk</source>
        <translation>单个分块的时间</translation>
    </message>
    <message>
        <source>Time of one layer</source>
        <translation>一层的时间</translation>
    </message>
    <message>
        <source>Source: %1 measured on %2, %3, in micro-batches of %4</source>
        <translation>来源：%1，于 %3 在 %2 上实测，微批大小 %4</translation>
    </message>
</context>
<context>
    <name>pipegantt::TimelineView</name>
    <message>
        <source>Gantt chart</source>
        <translation>甘特图</translation>
    </message>
    <message>
        <source>Gantt chart, %1, %2, bubble %3</source>
        <translation>甘特图，%1，%2，气泡率 %3</translation>
    </message>
    <message>
        <source>1 device</source>
        <translation>1 个设备</translation>
    </message>
    <message>
        <source>%1 devices</source>
        <translation>%1 个设备</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动%1</translation>
    </message>
    <message>
        <source>Move stage %1</source>
        <translation>移动阶段 %1</translation>
    </message>
    <message>
        <source>cannot go here</source>
        <translation>不能放在这里</translation>
    </message>
    <message>
        <source>%1 on device %2 needs %3 on device %4</source>
        <translation>设备 %2 上的%1需要设备 %4 上的%3</translation>
    </message>
    <message>
        <source>%1, rows are stages</source>
        <translation>%1，每行为一个流水线级</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>chart and what is hidden</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>pipegantt::TopBar</name>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Plans worth starting from</source>
        <translation>值得从这里开始的方案</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>pipegantt::TotalsCard</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the table as text, and the selection as CSV</source>
        <translation>将表格复制为文本，并将选区复制为 CSV</translation>
    </message>
    <message>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选区</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>关键路径</translation>
    </message>
    <message>
        <source>%1 – %2 · %3</source>
        <translation>%1 – %2 · %3</translation>
    </message>
    <message>
        <source>1 device</source>
        <translation>1 个设备</translation>
    </message>
    <message>
        <source>%1 devices</source>
        <translation>%1 个设备</translation>
    </message>
    <message>
        <source>Duration, of the makespan</source>
        <translation>时长（占总时长）</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>waiting for a message</source>
        <translation>等待消息</translation>
    </message>
    <message>
        <source>waiting for a dependency</source>
        <translation>等待依赖</translation>
    </message>
    <message>
        <source>imbalance</source>
        <translation>不均衡</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>发出的消息</translation>
    </message>
    <message>
        <source>Busy, device by device</source>
        <translation>各设备忙碌时间</translation>
    </message>
    <message>
        <source>device %1</source>
        <translation>设备 %1</translation>
    </message>
    <message>
        <source>%1 whole devices</source>
        <translation>%1 个设备的全部工作</translation>
    </message>
    <message>
        <source>1 whole device</source>
        <translation>1 个设备的全部工作</translation>
    </message>
    <message>
        <source>Rows are stages; what is added up is all that their devices do in this time</source>
        <translation>当前每行是一个流水线级；汇总的是这些设备在此时段内的全部工作</translation>
    </message>
</context>
<context>
    <name>pipegantt::TransportBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Playhead: %1</source>
        <translation>播放头：%1</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Any operation starts or ends</source>
        <translation>任一操作开始或结束</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>A micro-batch enters the pipeline or leaves it</source>
        <translation>一个微批次进入或离开流水线</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Warm-up, steady state or drain begins or ends</source>
        <translation>预热、稳态或收尾开始或结束</translation>
    </message>
    <message>
        <source>How far a step goes</source>
        <translation>步进的单位</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed; at ×1 the whole run takes ten seconds</source>
        <translation>速度；×1 时整个过程播放十秒</translation>
    </message>
    <message>
        <source>Pin as baseline</source>
        <translation>固定为基线</translation>
    </message>
</context>
<context>
    <name>pipegantt::ViewCommands</name>
    <message>
        <source>Keep view %1</source>
        <translation>保存视图 %1</translation>
    </message>
    <message>
        <source>View %1 begins at %2, but this run ends at %3.</source>
        <translation>视图 %1 从 %2 开始，但这次运行在 %3 就结束了。</translation>
    </message>
</context>
<context>
    <name>pipegantt::WipeHandle</name>
    <message>
        <source>Line of the wipe</source>
        <translation>对比分界线</translation>
    </message>
    <message>
        <source>%1 % of the axis show the baseline</source>
        <translation>时间轴的 %1 % 显示基线</translation>
    </message>
    <message>
        <source>Left of the line the baseline, right of it the current plan. Drag it, or move it with the arrow keys.</source>
        <translation>线的左侧是基线，右侧是当前方案。可拖动，也可用方向键移动。</translation>
    </message>
</context>
</TS>
